// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/entry_frame.h"

#include "ui/kit/banner.h"
#include "ui/kit/icons.h"
#include "ui/shell/texts.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QLinearGradient>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int columnWidth = 400;

QLabel *wrapped(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// Enter goes to the next field; in the last one it submits.
void chain(QLineEdit *from, QLineEdit *to)
{
    QObject::connect(from, &QLineEdit::returnPressed, to, [to] {
        to->setFocus(Qt::TabFocusReason);
        to->selectAll();
    });
}
} // namespace

BrandPanel::BrandPanel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    setMinimumWidth(grid(35));
    setMaximumWidth(grid(65));
    setAccessibleName(ShellText::tr("Kaipiao"));
}

void BrandPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient ground(rect().topLeft(), rect().bottomRight());
    ground.setColorAt(0, QColor(0x15, 0x4C, 0xA8));
    ground.setColorAt(1, QColor(0x0B, 0x2A, 0x63));
    painter.fillRect(rect(), ground);

    // A pile of invoices, hinted at: the upper one bears the double line of the form.
    painter.translate(width() - 210, height() - 200);
    for (int leaf = 0; leaf < 3; ++leaf) {
        painter.rotate(leaf == 0 ? -14 : 7);
        painter.setPen(QPen(QColor(255, 255, 255, 60), 1));
        painter.setBrush(QColor(255, 255, 255, 14 + 6 * leaf));
        painter.drawRoundedRect(QRectF(0, 0, 230, 150), 6, 6);
    }
    painter.setPen(QPen(QColor(255, 255, 255, 90), 1));
    for (const int y : {24, 28})
        painter.drawLine(60, y, 170, y);
    for (int row = 0; row < 4; ++row)
        painter.drawLine(16, 56 + 20 * row, 214, 56 + 20 * row);
    painter.resetTransform();

    const QRect inside = rect().adjusted(grid(5), grid(7), -grid(4), -grid(5));
    painter.setPen(Qt::white);
    painter.setFont(textFont(25, true));
    const QString name = ShellText::tr("Kaipiao");
    QRect used;
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop, name, &used);
    painter.setFont(textFont(4));
    painter.drawText(QRect(inside.left(), used.bottom() + grid(1), inside.width(), grid(8)),
        Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, ShellText::tr("Digital invoices, issued without worry"),
        &used);
    painter.setFont(textFont(1));
    painter.setPen(QColor(255, 255, 255, 215));
    const QString points = u"·  "_s + QStringList{ShellText::tr("Never issued twice, never lost"),
                                          ShellText::tr("Exact to the fen, checked before it is sent"),
                                          ShellText::tr("Everything by keyboard")}
                                          .join(u"\n\n·  "_s);
    painter.drawText(QRect(inside.left(), used.bottom() + grid(4), inside.width(), grid(24)),
        Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, points);
    painter.setFont(textFont(-1));
    painter.setPen(QColor(255, 255, 255, 170));
    painter.drawText(
        inside, Qt::AlignLeft | Qt::AlignBottom, ShellText::tr("Version %1").arg(QLatin1StringView(KP_VERSION)));
}

SnugStack::SnugStack(QWidget *parent)
    : QStackedWidget(parent)
{
    connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
}

QSize SnugStack::sizeHint() const
{
    const QWidget *page = currentWidget();
    if (page == nullptr)
        return {};
    QSize size = page->sizeHint().boundedTo(page->maximumSize()).expandedTo(page->minimumSize());
    if (qobject_cast<const EntryColumn *>(page) != nullptr) // its texts wrap
        size.setHeight(std::max(size.height(), page->heightForWidth(size.width())));
    return size;
}

QSize SnugStack::minimumSizeHint() const
{
    return sizeHint();
}

EntryColumn::EntryColumn(const QString &title, const QString &explanation, QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_banner(new Banner(this))
    , m_body(new QWidget(this))
    , m_fields(new QVBoxLayout(m_body))
{
    setFixedWidth(columnWidth);
    QLabel *heading = wrapped(title, this);
    heading->setFont(textFont(11, true));
    QLabel *words = wrapped(explanation, this);
    words->setForegroundRole(QPalette::PlaceholderText);
    words->setVisible(!explanation.isEmpty());
    auto *progress = new QProgressBar(this);
    progress->setRange(0, 0);
    progress->setTextVisible(false);
    m_progress = progress;
    QSizePolicy kept = m_progress->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // the column must not jump
    m_progress->setSizePolicy(kept);
    m_progress->hide();
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setSpacing(4);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(grid(1));
    m_column->addWidget(heading);
    m_column->addWidget(words);
    m_column->addSpacing(grid(1));
    m_column->addWidget(m_banner);
    m_column->addWidget(m_body);
    m_column->addWidget(m_progress);
    m_column->addStretch(1);
}

QLineEdit *EntryColumn::addField(const QString &name, const QString &label, const QString &hint)
{
    auto *words = new QLabel(label, m_body);
    words->setForegroundRole(QPalette::PlaceholderText);
    auto *edit = new QLineEdit(m_body);
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    edit->setPlaceholderText(hint);
    words->setBuddy(edit);
    if (m_fields->count() > 0)
        m_fields->addSpacing(grid(1));
    m_fields->addWidget(words);
    m_fields->addWidget(edit);
    if (!m_edits.isEmpty())
        chain(m_edits.constLast(), edit);
    m_edits.append(edit);
    connect(edit, &QLineEdit::returnPressed, this, [this, edit] {
        if (edit == m_edits.constLast())
            Q_EMIT submitted();
    });
    return edit;
}

QLineEdit *EntryColumn::addPassword(const QString &name, const QString &label)
{
    QLineEdit *edit = addField(name, label);
    edit->setEchoMode(QLineEdit::Password);
    edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    QAction *eye = edit->addAction(icon(Icon::Eye), QLineEdit::TrailingPosition);
    eye->setToolTip(ShellText::tr("Show or hide"));
    connect(eye, &QAction::triggered, edit, [edit] {
        edit->setEchoMode(edit->echoMode() == QLineEdit::Password ? QLineEdit::Normal : QLineEdit::Password);
    });
    return edit;
}

QLabel *EntryColumn::addNote(const QString &text)
{
    QLabel *note = wrapped(text, m_body);
    note->setForegroundRole(QPalette::PlaceholderText);
    note->setFont(textFont(-1));
    m_fields->addWidget(note);
    return note;
}

void EntryColumn::addWidget(QWidget *widget)
{
    widget->setParent(m_body);
    m_fields->addWidget(widget);
}

QPushButton *EntryColumn::addButton(const QString &name, const QString &text, bool primary)
{
    auto *button = new QPushButton(text, m_body);
    button->setObjectName(name);
    button->setMinimumHeight(grid(5));
    button->setAutoDefault(true);
    if (primary)
        button->setProperty("role", u"primary"_s);
    m_fields->addSpacing(grid(1));
    m_fields->addWidget(button);
    return button;
}

void EntryColumn::addSpace()
{
    m_fields->addSpacing(grid(1));
}

void EntryColumn::setBusy(bool busy)
{
    m_body->setEnabled(!busy);
    m_progress->setVisible(busy);
    if (busy)
        m_banner->dismiss();
}

} // namespace kp
