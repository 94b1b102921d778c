// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/desk.h"

#include <QFile>

#include <array>

namespace kp::bench
{

namespace
{
constexpr int linesEach = 5;
constexpr int buyers = 500;

struct Ware {
    const char16_t *item;
    const char16_t *classification;
    const char16_t *spec;
    const char16_t *unit;
    int price; ///< yuan without tax
    int rate;  ///< millionths
};
constexpr std::array wares = {
    Ware{u"台式计算机", u"1090509010000000000", u"SL-T100", u"台", 3999, 130'000},
    Ware{u"牛皮纸文件袋", u"1060105020000000000", u"A4 侧宽40mm", u"个", 2, 130'000},
    Ware{u"资料册", u"1060401020000000000", u"40页", u"本", 18, 130'000},
    Ware{u"明前绿茶", u"1010116010000000000", u"250g", u"盒", 128, 90'000},
    Ware{u"年度会议服务", u"3040304010000000000", u"", u"次", 5200, 60'000},
    Ware{u"保湿面霜", u"1070223020000000000", u"50ml", u"瓶", 89, 130'000},
    Ware{u"瓦楞纸箱", u"1060105010000000000", u"60×40×40", u"只", 7, 130'000},
};

service::PasswordScheme plainScheme() // nobody signs in here
{
    return {[](const Secret &) { return Result<QString>(QString(u'-')); },
        [](const QString &, const Secret &) { return false; }};
}

InvoiceDraft draftAt(int index)
{
    InvoiceDraft draft;
    draft.serial = QStringLiteral("BENCH-%1").arg(index, 6, 10, QLatin1Char('0'));
    draft.taxIncluded = false;
    const int buyer = index % buyers;
    draft.buyer = {QStringLiteral(u"示例第%1采购有限公司").arg(buyer), QStringLiteral("91330106MA0DEM0133"),
        QStringLiteral(u"示例市示例路%1号").arg(buyer), QStringLiteral("010-%1").arg(buyer, 8, 10, QLatin1Char('0')),
        QStringLiteral(u"示例银行第%1支行").arg(buyer % 50), QStringLiteral("62000000%1").arg(buyer)};
    draft.remark = QStringLiteral(u"订单 %1").arg(index);
    for (int line = 0; line < linesEach; ++line) {
        const Ware &ware = wares[static_cast<std::size_t>(index + line) % wares.size()];
        DraftLine out;
        out.item = QString::fromUtf16(ware.item);
        out.classification = QString::fromUtf16(ware.classification);
        out.spec = QString::fromUtf16(ware.spec);
        out.unit = QString::fromUtf16(ware.unit);
        out.quantity = Decimal(line + 1);
        out.price = Decimal(ware.price);
        out.amount = Money::fromFen((line + 1) * ware.price * 100LL);
        out.rate = TaxRate::fromMillionths(ware.rate);
        draft.lines.append(out);
    }
    return draft;
}
} // namespace

QFuture<Result<Secret>> MemorySecrets::read(const QString &name)
{
    const auto it = m_secrets.constFind(name);
    return QtFuture::makeReadyFuture(
        it == m_secrets.cend() ? Result<Secret>(Fault{FaultKind::NotFound, name}) : Result<Secret>(*it));
}

QFuture<Outcome> MemorySecrets::write(const QString &name, const Secret &secret)
{
    m_secrets.insert(name, secret);
    return QtFuture::makeReadyFuture(Outcome(Done{}));
}

QFuture<Outcome> MemorySecrets::remove(const QString &name)
{
    m_secrets.remove(name);
    return QtFuture::makeReadyFuture(Outcome(Done{}));
}

Result<std::unique_ptr<Desk>> Desk::open(const QString &path)
{
    std::unique_ptr<Desk> desk(new Desk);
    KP_TRY(database, store::Database::openWriter(path));
    desk->m_database = std::move(database);
    desk->m_stores = std::make_unique<store::Stores>(*desk->m_database);
    desk->m_services = std::make_unique<service::Services>(
        *desk->m_stores, desk->m_clock, desk->m_platform, desk->m_secrets, plainScheme());
    return desk;
}

QCoro::Task<Outcome> Desk::setUp(sandbox::Credential credential, QList<InvoiceDraft> drafts)
{
    const Secret password(QByteArrayLiteral("bench bench"));
    KP_CO_TRY(
        actor, m_services->accounts.createAdministrator(QStringLiteral("bench"), QStringLiteral(u"程量"), password));
    m_actor = actor;
    const service::CompanyCredentials company = credentialsOf(credential);
    KP_CO_TRY(id, co_await m_services->setup.verifyAndSave(m_actor, company));
    m_company = id;
    KP_CO_DO(m_services->issuing.loadClassification());
    KP_CO_TRY(facts, m_services->issuing.facts(m_actor, m_company));
    Money net;
    for (const InvoiceDraft &draft : drafts)
        net += m_services->issuing.check(facts, draft).composed.totals.net;
    co_return co_await m_services->stock.ensure(m_company, static_cast<int>(drafts.size()), net);
}

Outcome Desk::resume(const sandbox::Credential &credential)
{
    KP_TRY(company, m_stores->companies.findByTaxNumber(credential.taxNumber));
    KP_TRY(user, m_stores->users.find(UserId(1)));
    m_company = company.value_or(Company()).id;
    m_actor = actorFor(user);
    return m_services->issuing.loadClassification();
}

QList<InvoiceDraft> drafts(int count)
{
    QList<InvoiceDraft> out;
    out.reserve(count);
    for (int i = 0; i < count; ++i)
        out.append(draftAt(i));
    return out;
}

Outcome copyDatabase(const QString &from, const QString &to)
{
    QFile::remove(to);
    if (!QFile::copy(from, to))
        return Fault{FaultKind::Storage, QStringLiteral("%1 can not be copied").arg(from)};
    return Done{};
}

} // namespace kp::bench
