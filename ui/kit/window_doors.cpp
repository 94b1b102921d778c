// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/window_doors.h"

#include "ui/kit/icons.h"
#include "ui/kit/texts.h"

#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QStandardPaths>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int noteLength = 200;
constexpr auto lastFolder = "files/last-folder"_L1;

QLabel *wrapped(const QString &text, const QFont &font)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText); // names of things are not markup
    label->setWordWrap(true);
    label->setFont(font);
    label->setVisible(!text.isEmpty());
    return label;
}

QDialog *sheetFor(const Question &question, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(u"question"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(question.title);
    dialog->setAccessibleDescription(question.text);

    const Tone tone = question.destructive ? Tone::Warning : Tone::Info;
    auto *sign = new QLabel;
    sign->setPixmap(icon(iconOf(tone), tone).pixmap(QSize(32, 32), dialog->devicePixelRatioF()));
    auto *accept = new QPushButton(question.accept);
    accept->setObjectName(u"question.accept"_s);
    accept->setProperty("role", question.destructive ? u"danger"_s : u"primary"_s);
    auto *refuse = new QPushButton(KitText::tr("Cancel"));
    refuse->setObjectName(u"question.refuse"_s);
    // Enter must not destroy anything by habit.
    (question.destructive ? refuse : accept)->setDefault(true);
    (question.destructive ? refuse : accept)->setFocus();

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid(1));
    buttons->addStretch(1);
    buttons->addWidget(refuse);
    buttons->addWidget(accept);
    auto *layout = new QGridLayout(dialog);
    layout->setContentsMargins(grid(3), grid(3), grid(3), grid(2));
    layout->setHorizontalSpacing(grid(2));
    layout->setVerticalSpacing(grid(1));
    layout->addWidget(sign, 0, 0, 2, 1, Qt::AlignTop);
    layout->addWidget(wrapped(question.title, textFont(3, true)), 0, 1);
    layout->addWidget(wrapped(question.text, textFont(0)), 1, 1);
    layout->setRowMinimumHeight(2, grid(1));
    if (!question.note.isEmpty()) {
        auto *label = new QLabel(question.note);
        auto *note = new QLineEdit;
        note->setObjectName(u"question.note"_s);
        note->setAccessibleName(question.note);
        note->setMaxLength(noteLength);
        label->setBuddy(note);
        auto *line = new QHBoxLayout;
        line->setSpacing(grid(1));
        line->addWidget(label);
        line->addWidget(note, 1);
        layout->addLayout(line, 2, 1);
        QObject::connect(
            dialog, &QDialog::accepted, note, [note, noted = question.noted] { noted(note->text().trimmed()); });
        // Who writes means it.
        QObject::connect(note, &QLineEdit::textEdited, accept, [accept] { accept->setDefault(true); });
        QWidget::setTabOrder(note, refuse);
        QWidget::setTabOrder(refuse, accept);
    }
    layout->addLayout(buttons, 3, 0, 1, 2);
    layout->setColumnMinimumWidth(1, grid(45));
    layout->setColumnStretch(1, 1);

    QObject::connect(accept, &QPushButton::clicked, dialog, &QDialog::accept);
    QObject::connect(refuse, &QPushButton::clicked, dialog, &QDialog::reject);
    return dialog;
}
} // namespace

void WindowDoors::ask(QWidget *parent, const Question &question, std::function<void(bool)> answer)
{
    QDialog *dialog = sheetFor(question, parent);
    QObject::connect(dialog, &QDialog::finished, parent,
        [answer = std::move(answer)](int result) { answer(result == QDialog::Accepted); });
    dialog->open();
}

void WindowDoors::pickFile(QWidget *parent, const FileWish &wish, std::function<void(QString)> answer)
{
    const QByteArray last = m_memory.read(lastFolder);
    const QString wanted =
        last.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : QString::fromUtf8(last);
    const QDir folder(QFileInfo(wanted).isDir() ? wanted : QDir::homePath()); // a new machine may have no Documents
    auto *dialog = new QFileDialog(parent, wish.title, folder.path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters(wish.filters);
    dialog->setAcceptMode(wish.kind == FileWish::Kind::Save ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(wish.kind == FileWish::Kind::Save     ? QFileDialog::AnyFile
                        : wish.kind == FileWish::Kind::Folder ? QFileDialog::Directory
                                                              : QFileDialog::ExistingFile);
    if (!wish.suggestion.isEmpty()) {
        dialog->setDefaultSuffix(QFileInfo(wish.suggestion).suffix());
        dialog->selectFile(folder.filePath(wish.suggestion));
    }
    QObject::connect(dialog, &QDialog::finished, parent, [this, dialog, answer = std::move(answer)](int result) {
        const QString path = result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString();
        if (!path.isEmpty())
            m_memory.write(lastFolder, QFileInfo(path).absolutePath().toUtf8());
        answer(path);
    });
    dialog->open();
}

void WindowDoors::pickPrinter(
    QWidget *parent, const QString &title, std::function<void(std::shared_ptr<QPrinter>)> answer)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(title);
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setObjectName(u"printing"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    // The dialog works on the printer until it is gone: the answer holds it no less long.
    QObject::connect(dialog, &QDialog::finished, parent,
        [printer, answer = std::move(answer)](int result) { answer(result == QDialog::Accepted ? printer : nullptr); });
    dialog->open();
}

} // namespace kp
