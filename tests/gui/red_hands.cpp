// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/red_hands.h"

#include "core/service/task_future.h"
#include "ui/kit/list_page.h"
#include "ui/kit/list_table.h"
#include "ui/kit/windowed_model.h"

#include <QLabel>

#include <algorithm>

namespace gui
{

namespace
{
const QString trade = u"演练海棠商贸有限公司"_s;
const QString tradeNumber = u"91310000YL0000020U"_s;
} // namespace

QString focusedName()
{
    return QApplication::focusWidget() == nullptr ? QString() : QApplication::focusWidget()->objectName();
}

QString said(QWidget *page, const QString &name)
{
    const auto *label = page->findChild<QLabel *>(name);
    return label == nullptr ? QString() : label->text();
}

bool isShown(QWidget *page, const QString &name)
{
    const auto *widget = page->findChild<QWidget *>(name);
    return widget != nullptr && widget->isVisible();
}

QString RedHands::blue()
{
    const QString serial = u"9%1"_s.arg(++m_next, 9, 10, QChar(u'0'));
    const auto issued = m_desk.office().ask(
        [actor = m_desk.office().actor(), company = m_desk.office().companyId(), serial](service::Services &services) {
            const auto talk = [](service::Services &s, Actor by, CompanyId of,
                                  QString key) -> QCoro::Task<Result<Invoice>> {
                InvoiceDraft draft;
                draft.serial = key;
                draft.taxIncluded = false;
                draft.buyer.name = trade;
                draft.buyer.taxNumber = tradeNumber;
                DraftLine pens;
                pens.item = u"圆珠笔"_s;
                pens.classification = u"1060402010200000000"_s;
                pens.unit = u"支"_s;
                pens.quantity = Decimal(10);
                pens.price = Decimal::parse(u"33.33");
                pens.rate = TaxRate::fromMillionths(130'000);
                DraftLine coding;
                coding.item = u"软件开发"_s;
                coding.classification = u"3040201010000000000"_s;
                coding.amount = Money::fromFen(100'00);
                coding.rate = TaxRate::fromMillionths(60'000);
                draft.lines.append(pens);
                draft.lines.append(coding);
                const service::Submission submission = co_await s.desk.issue(by, of, draft, {});
                if (!submission.invoice.ok())
                    co_return submission.invoice.fault();
                KP_CO_DO(s.runner.wake());
                const QList<InvoiceId> ids(1, *submission.invoice);
                if (!co_await s.runner.settled(ids, std::chrono::seconds(30)))
                    co_return Fault{FaultKind::Offline, u"not settled"_s};
                co_return s.store.invoices.find(*submission.invoice);
            };
            return service::asFuture(talk(services, actor, company, serial));
        });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(issued.isFinished(), 60000); }();
    const Result<Invoice> invoice = issued.result();
    if (!invoice.ok() || invoice->state != InvoiceState::Issued)
        qFatal("no blue invoice: %s", invoice.ok() ? "not issued" : qPrintable(invoice.fault().message));
    return invoice->number;
}

void RedHands::tick(const QString &number)
{
    m_desk.control(u"use"_s, R"({"number":")" + number.toLatin1() + R"(","vat_use":"1"})");
}

void RedHands::applyAsBuyer(const QString &number)
{
    m_desk.control(u"red"_s, R"({"act":"apply","side":"buyer","reason":"01","blue":")" + number.toLatin1() + R"("})");
}

void RedHands::act(const QByteArray &act, const RedForm &form)
{
    m_desk.control(u"red"_s, R"({"act":")" + act + R"(","side":"buyer","uuid":")" + form.uuid.toLatin1() + R"("})");
}

void RedHands::applyAsSeller(const QString &number)
{
    const auto applied =
        m_desk.office().askReversing([actor = m_desk.office().actor(), company = m_desk.office().companyId(), number](
                                         service::Reversing &reversing) {
            const auto talk = [](service::Reversing &r, Actor by, CompanyId of,
                                  QString blueNumber) -> QCoro::Task<Outcome> {
                KP_CO_TRY(prospect, co_await r.prospect(by, of, blueNumber));
                const RedForm whole = service::Reversing::wholeForm(prospect, Side::Seller, RedReason::Mistake);
                KP_CO_TRY(form, co_await r.apply(by, of, whole));
                Q_UNUSED(form)
                co_return Done{};
            };
            return talk(reversing, actor, company, number);
        });
    QTRY_VERIFY_WITH_TIMEOUT(applied.isFinished(), 30000);
    QVERIFY2(applied.result().ok(), applied.result().ok() ? "" : qPrintable(applied.result().fault().message));
}

void RedHands::chooseOnly(ListPage *list)
{
    // The rows of an earlier question stay until the first new ones have come.
    const auto isSought = [list] {
        const ListRow *row = list->model()->row(0);
        const QString sought = list->query().search;
        return row != nullptr &&
               (sought.isEmpty() || std::any_of(row->cells.cbegin(), row->cells.cend(),
                                        [&](const QVariant &cell) { return cell.toString().contains(sought); }));
    };
    QTRY_VERIFY(list->model()->found() == std::optional<qint64>(1) && isSought());
    list->table()->selectRow(0);
    list->table()->setFocus();
    QTRY_VERIFY(list->context().selection.isSingle());
}

RedForm RedHands::lastForm()
{
    store::RedFormQuery query;
    query.scope = store::Scope::everything();
    const auto found = m_desk.office().reader().run(
        [actor = m_desk.office().actor(), query](service::Reading &reading) -> Result<RedForm> {
            KP_TRY(page, reading.redForms().page(actor, query, 0, 1));
            if (page.isEmpty())
                return Fault{FaultKind::NotFound, u"no form"_s};
            return reading.redForms().find(actor, page.constFirst().id);
        });
    [&] { QTRY_VERIFY(found.isFinished()); }();
    const Result<RedForm> form = found.result();
    if (!form.ok())
        qFatal("%s", qPrintable(form.fault().message));
    return *form;
}

void RedHands::synchronise()
{
    QString trouble;
    const auto listening = QObject::connect(&m_desk.office(), &Office::formsRead,
        [&](const Outcome &outcome) { trouble = outcome.ok() ? QString() : outcome.fault().message; });
    m_desk.office().synchroniseForms();
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk.office().isReadingForms(), 30000);
    QObject::disconnect(listening);
    QCOMPARE(trouble, QString());
}

} // namespace gui
