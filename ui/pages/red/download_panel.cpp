// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/red/download_panel.h"

#include "core/document/workbook/table_writer.h"
#include "core/domain/schemas.h"
#include "ui/kit/banner.h"
#include "ui/kit/day_edit.h"
#include "ui/pages/invoice_words.h"
#include "ui/pages/red/texts.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int formsAtOnce = 500;

/// The columns of the workbook, by the keys of their fields.
QStringList downloadedKeys()
{
    return {u"number"_s, u"state"_s, u"side"_s, u"enteredBy"_s, u"seller.name"_s, u"seller.taxNumber"_s,
        u"buyer.name"_s, u"buyer.taxNumber"_s, u"blueNumber"_s, u"blueIssuedAt"_s, u"blueNet"_s, u"blueTax"_s,
        u"kind"_s, u"reason"_s, u"net"_s, u"tax"_s, u"enteredAt"_s, u"confirmedAt"_s, u"redNumber"_s, u"redIssuedAt"_s};
}

QString downloadedText(const RedForm &form, const QString &key)
{
    if (key == "state"_L1)
        return official(form.state);
    if (key == "side"_L1)
        return official(form.side);
    if (key == "enteredBy"_L1)
        return official(form.enteredBy);
    if (key == "kind"_L1)
        return label(form.kind);
    if (key == "reason"_L1)
        return official(form.reason);
    return schema<RedForm>().find(key)->text(form);
}

/// Gives the number of forms written.
Result<qint64> writeForms(
    service::RedForms &forms, const Actor &actor, const store::RedFormQuery &query, const QString &path)
{
    QStringList headings;
    for (const QString &key : downloadedKeys())
        headings.append(
            key == "state"_L1 ? RedText::tr("State") : fieldLabel(schema<RedForm>().find(key)->label)); // no invoice's
    QList<QStringList> rows;
    while (true) {
        KP_TRY(page, forms.page(actor, query, rows.size(), formsAtOnce));
        for (const RedForm &form : std::as_const(page)) {
            QStringList row;
            for (const QString &key : downloadedKeys())
                row.append(downloadedText(form, key));
            rows.append(row);
        }
        if (page.size() < formsAtOnce)
            break;
    }
    KP_DO(workbook::writeTable(path, RedText::tr("Confirmation forms"), headings, rows));
    return rows.size();
}
} // namespace

DownloadPanel::DownloadPanel(Office &office, QWidget *parent)
    : QFrame(parent)
    , m_office(office)
    , m_side(new QComboBox(this))
    , m_from(new DayEdit(u"download.from"_s, RedText::tr("Entered from"), this))
    , m_to(new DayEdit(u"download.to"_s, RedText::tr("Entered until"), this))
    , m_download(new QPushButton(RedText::tr("Download"), this))
    , m_close(new QPushButton(RedText::tr("Close"), this))
    , m_banner(new Banner(this))
{
    setObjectName(u"download"_s);
    setProperty("card", true);
    m_side->setObjectName(u"download.side"_s);
    m_side->addItem(RedText::tr("Both sides"), QString());
    for (const CodeRow<Side> &row : codeRows<Side>())
        m_side->addItem(label(row.value), QString::fromLatin1(row.code));
    m_side->setAccessibleName(RedText::tr("Own side"));
    m_download->setObjectName(u"download.go"_s);
    m_close->setObjectName(u"download.close"_s);
    for (QPushButton *button : {m_download, m_close})
        button->setAutoDefault(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(grid(1));
    row->addWidget(new QLabel(RedText::tr("Own side"), this));
    row->addWidget(m_side);
    row->addSpacing(grid(1));
    row->addWidget(new QLabel(RedText::tr("Entered from"), this));
    row->addWidget(m_from);
    row->addWidget(new QLabel(RedText::tr("until"), this));
    row->addWidget(m_to);
    row->addStretch(1);
    row->addWidget(m_download);
    row->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(grid(1));
    column->addLayout(row);
    column->addWidget(m_banner);
    setFocusProxy(m_side);
    connect(m_from, &QDateEdit::dateChanged, this, &DownloadPanel::check);
    connect(m_to, &QDateEdit::dateChanged, this, &DownloadPanel::check);
    connect(m_download, &QPushButton::clicked, this, &DownloadPanel::download);
    connect(m_close, &QPushButton::clicked, this, &DownloadPanel::closed);
}

void DownloadPanel::begin()
{
    const QDate today = m_office.desk().clock.today();
    m_to->setDate(today);
    m_from->setDate(today.addMonths(-1).addDays(1));
    m_banner->dismiss();
    check();
    show();
    m_side->setFocus(Qt::OtherFocusReason);
}

QString DownloadPanel::whyNot() const
{
    if (m_from->date() > m_to->date())
        return RedText::tr("The first day is after the last one.");
    if (m_from->date().addMonths(1) < m_to->date())
        return RedText::tr("The tax platform gives a month at most. Choose days that are closer together.");
    return {};
}

void DownloadPanel::check()
{
    const QString reason = whyNot();
    m_download->setEnabled(reason.isEmpty());
    m_download->setToolTip(reason);
    if (reason.isEmpty())
        m_banner->dismiss();
    else
        m_banner->show({.tone = Tone::Warning, .text = reason});
}

void DownloadPanel::download()
{
    const FileWish wish{.title = RedText::tr("Download forms"),
        .kind = FileWish::Kind::Save,
        .filters = {RedText::tr("Excel workbooks (*.xlsx)")},
        .suggestion = RedText::tr("Confirmation forms") + u'_' + m_from->date().toString(u"yyyyMMdd"_s) + u'-' +
                      m_to->date().toString(u"yyyyMMdd"_s) + u".xlsx"_s};
    m_office.desk().doors.pickFile(this, wish, [this](const QString &path) {
        if (!path.isEmpty())
            read(path);
    });
}

/// First what the platform knows of these days.
void DownloadPanel::read(const QString &path)
{
    m_download->setEnabled(false);
    m_banner->show({.tone = Tone::Info, .text = RedText::tr("Asking the tax platform for these days…")});
    const auto told = m_office.askReversing(
        [actor = m_office.actor(), company = m_office.companyId(), from = m_from->date(), to = m_to->date()](
            service::Reversing &reversing) { return reversing.synchronise(actor, company, from, to); });
    then(this, told, [this, path](const Result<service::RedSync> &sync) {
        if (sync.ok()) {
            write(path);
            return;
        }
        m_download->setEnabled(true);
        m_banner->showFault(sync.fault(), RedText::tr("Write what is known here"), [this, path] { write(path); });
    });
}

void DownloadPanel::write(const QString &path)
{
    store::RedFormQuery query;
    query.scope = store::Scope::only(m_office.companyId());
    query.side = fromCode<Side>(m_side->currentData().toString());
    query.enteredFrom = m_from->date();
    query.enteredTo = m_to->date();
    const auto written = m_office.longReader().run([actor = m_office.actor(), query, path](service::Reading &reading) {
        return writeForms(reading.redForms(), actor, query, path);
    });
    then(this, written, [this, path](const Result<qint64> &count) {
        m_download->setEnabled(true);
        if (count.ok())
            m_banner->show({.tone = Tone::Success,
                .text = RedText::tr("%n form(s) written to %1.", nullptr, static_cast<int>(*count)).arg(path)});
        else
            m_banner->showFault(count.fault(), RedText::tr("Try again"), [this, path] { write(path); });
    });
}

void DownloadPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QFrame::keyPressEvent(event);
}

} // namespace kp
