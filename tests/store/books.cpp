// SPDX-License-Identifier: GPL-3.0-or-later
#include "books.h"

#include <sqlite3.h>

namespace kp::store
{

namespace
{
template<class T>
T must(Result<T> result)
{
    if (!result.ok())
        qFatal("%s / %s", qPrintable(result.fault().message), qPrintable(result.fault().detail));
    return std::move(result).value();
}

Company company(ConnectionId connection, const QString &name, const QString &taxNumber)
{
    Company out;
    out.connection = connection;
    out.platformId = QStringLiteral("U") + taxNumber;
    out.party = {name, taxNumber, QStringLiteral("练习市某某路1号"), QStringLiteral("010-1"), QStringLiteral("某银行"),
        QStringLiteral("622200")};
    out.authority = QStringLiteral("13100000000");
    out.stateCode = QStringLiteral("03");
    return out;
}
} // namespace

Books::Books()
{
    open();
    Connection connection;
    connection.platformId = QStringLiteral("D0000000000000000001");
    connection.url = QStringLiteral("practice:");
    connection.id = must(m_stores->companies.save(connection));
    first = must(m_stores->companies.save(
        company(connection.id, QStringLiteral("甲练习有限公司"), QStringLiteral("91310000MA1FW9A80N"))));
    second = must(m_stores->companies.save(
        company(connection.id, QStringLiteral("乙练习有限公司"), QStringLiteral("91330100799655058B"))));
    must(m_stores->numbers.addRange(
        first, {QStringLiteral("26310000000000000001"), QStringLiteral("26310000000000001000"), 1000}, 2026));
    must(m_stores->numbers.addRange(
        second, {QStringLiteral("26330000000000000001"), QStringLiteral("26330000000000001000"), 1000}, 2026));
}

void Books::open()
{
    m_database = must(Database::openWriter(path()));
    m_stores = std::make_unique<Stores>(*m_database);
}

void Books::close()
{
    m_stores.reset();
    m_database.reset();
}

Invoice Books::invoice()
{
    Invoice out;
    ++m_serial;
    out.company = first;
    out.serial = QStringLiteral("S%1").arg(m_serial, 6, 10, QChar(u'0'));
    out.kind = InvoiceKind::Ordinary;
    out.number = QStringLiteral("263100000000%1").arg(m_serial, 8, 10, QChar(u'0'));
    out.issuedAt = Clock::chinaTime(startMs);
    out.seller = {QStringLiteral("甲练习有限公司"), QStringLiteral("91310000MA1FW9A80N"), {}, {}, {}, {}};
    out.buyer = {QStringLiteral("丙购买有限公司"), QStringLiteral("91610131MAK4HN8C1L"), QStringLiteral("某路2号"),
        QStringLiteral("020-2"), QStringLiteral("另一银行"), QStringLiteral("622201")};
    out.buyerEmail = QStringLiteral("buyer@example.com");
    out.showBuyerBank = true;
    out.issuer = QStringLiteral("张开票");
    out.remark = QStringLiteral("备注 100%_\"'");
    out.practice = true;
    InvoiceLine line;
    line.number = 1;
    line.item = QStringLiteral("笔记本电脑");
    line.classification = QStringLiteral("1090511010000000000");
    line.shortName = QStringLiteral("计算机");
    line.spec = QStringLiteral("X-1");
    line.unit = QStringLiteral("台");
    line.quantity = Decimal(2);
    line.price = Decimal::parse(u"1234.5678901234567");
    line.net = Money::fromFen(246914);
    line.rate = TaxRate::fromMillionths(130000);
    line.tax = Money::fromFen(32099);
    InvoiceLine gift = line;
    gift.number = 2;
    gift.item = QStringLiteral("赠品");
    gift.quantity.reset();
    gift.price.reset();
    gift.net = Money::fromFen(-100);
    gift.tax = Money::fromFen(-13);
    gift.nature = LineNature::Discount;
    gift.preference = Preference::Simplified;
    out.lines = {line, gift};
    out.totals = {Money::fromFen(246814), Money::fromFen(32086)};
    return out;
}

QString Books::randomText(int most)
{
    static const QString alphabet =
        QStringLiteral("一二三四五六七八九十有限公司发票电子服务费用材料甲乙丙丁ABCxyzAaＡｂ１0123456789"
                       "0011%_\"'* -.()（）　𠀀𠮷𪚥");
    const QList<uint> points = alphabet.toUcs4();
    QString out;
    for (int i = m_random.bounded(most + 1); i > 0; --i) {
        const char32_t point = points[m_random.bounded(static_cast<int>(points.size()))];
        out += QString::fromUcs4(&point, 1);
    }
    return out;
}

QList<Invoice> Books::fill(int count)
{
    QList<Invoice> invoices;
    for (int i = 0; i < count; ++i) {
        Invoice one = invoice();
        one.company = m_random.bounded(3) == 0 ? second : first;
        one.number = QStringLiteral("26%1").arg(m_random.bounded(1'000'000'000), 9, 10, QChar(u'0')) +
                     one.serial.mid(1).rightJustified(9, u'0');
        one.kind = m_random.bounded(4) == 0 ? InvoiceKind::Special : InvoiceKind::Ordinary;
        one.state = codeRows<InvoiceState>()[static_cast<std::size_t>(m_random.bounded(6))].value; // not discarded
        one.issuedAt = Clock::chinaTime(startMs + m_random.bounded(40) * 43'200'000LL);
        one.buyer.name = m_random.bounded(3) == 0 ? QStringLiteral("常客") : randomText(8);
        one.buyer.taxNumber = randomText(6);
        one.remark = randomText(6);
        one.lines[0].item = randomText(10);
        one.lines[1].item = randomText(10);
        one.totals = {Money::fromFen(m_random.bounded(200) * 50), Money::fromFen(m_random.bounded(500))};
        invoices.append(one);
    }
    const QList<InvoiceId> ids = must(m_stores->invoices.insertAll(invoices, startMs));
    for (qsizetype i = 0; i < ids.size(); ++i)
        invoices[i].id = ids[i];
    return invoices;
}

bool tamper(const QString &path, const char *sql)
{
    sqlite3 *handle = nullptr;
    sqlite3_open(path.toUtf8().constData(), &handle);
    const int status = sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
    sqlite3_close(handle);
    return status == SQLITE_OK;
}

qint64 peek(const QString &path, const char *sql)
{
    sqlite3 *handle = nullptr;
    sqlite3_stmt *statement = nullptr;
    sqlite3_open(path.toUtf8().constData(), &handle);
    sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr);
    const qint64 value = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : -1;
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    return value;
}

} // namespace kp::store
