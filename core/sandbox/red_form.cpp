// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/red_form.h"

#include "core/base/clock.h"
#include "core/sandbox/amounts.h"
#include "core/sandbox/line_amounts.h"

#include <QJsonDocument>
#include <QUuid>

#include <limits>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

#define KP_FORM_HEADER                                                                                                 \
    "uuid, number, applicant, seller_tax_number, seller_name, buyer_tax_number, buyer_name, blue_number,"              \
    " blue_issued_at, kind, margin, reason, state, red_number, red_issued_at, blue_net, blue_tax, net, tax,"           \
    " line_count, entered_at, answered_at"
#define KP_FORM_COLUMNS KP_FORM_HEADER ", lines"
// The side comes first and unconditionally, so that the index of that side is used.
#define KP_FORM_OF_SELLER " FROM red_form WHERE seller_tax_number = ? AND (? = '' OR buyer_tax_number = ?)"
#define KP_FORM_OF_BUYER " FROM red_form WHERE buyer_tax_number = ? AND (? = '' OR seller_tax_number = ?)"
#define KP_FORM_FILTER                                                                                                 \
    " AND entered_at >= ? AND entered_at < ? AND (? = '' OR applicant = ?) AND (? = '' OR blue_number = ?)"            \
    " AND (? = '' OR number = ?) AND (? = '' OR state = ?) AND (? = '' OR kind = ?)"
#define KP_FORM_PAGE " ORDER BY entered_at DESC, number DESC LIMIT ? OFFSET ?"

namespace
{
QVariant fenOf(Money money)
{
    return QVariant::fromValue(qint64(money.fen()));
}

RedForm formFromRow(const Store::Row &row)
{
    RedForm f;
    qsizetype column = 0;
    for (QString *field :
        {&f.uuid, &f.number, &f.applicant, &f.sellerTaxNumber, &f.sellerName, &f.buyerTaxNumber, &f.buyerName,
            &f.blueNumber, &f.blueIssuedAt, &f.kind, &f.margin, &f.reason, &f.state, &f.redNumber, &f.redIssuedAt})
        *field = row.at(column++).toString();
    for (Money *amount : {&f.blueNet, &f.blueTax, &f.net, &f.tax})
        *amount = Money::fromFen(row.at(column++).toLongLong());
    f.lineCount = row.at(column++).toLongLong();
    f.enteredAt = row.at(column++).toLongLong();
    f.answeredAt = row.at(column++).toLongLong();
    if (column < row.size()) // lists do without
        f.lines = row.at(column).toString().toUtf8();
    return f;
}

QList<RedForm> formsFromRows(const QList<Store::Row> &rows)
{
    QList<RedForm> out;
    out.reserve(rows.size());
    for (const Store::Row &row : rows)
        out.append(formFromRow(row));
    return out;
}

/// Area, year and month, and a number that counts on over all taxpayers of the area.
QString nextFormNumber(Store &store, const QString &area, const QDateTime &day)
{
    constexpr int serialDigits = 12;
    const QString prefix = area + u"00"_s + day.toString(u"yyMM"_s);
    const QString counter = u"red "_s + prefix;
    store.write("INSERT INTO number_counter VALUES(?, 1) ON CONFLICT DO NOTHING", {counter});
    const auto next = store.row("SELECT next FROM number_counter WHERE prefix = ?", {counter});
    store.write("UPDATE number_counter SET next = next + 1 WHERE prefix = ?", {counter});
    return prefix + QString::number(next ? next->front().toLongLong() : 1).rightJustified(serialDigits, u'0');
}

QVariantList valuesOf(const RedFilter &f)
{
    return {f.own, f.other, f.other, f.enteredFrom,
        f.enteredBefore > 0 ? f.enteredBefore : std::numeric_limits<qint64>::max(), f.applicant, f.applicant,
        f.blueNumber, f.blueNumber, f.number, f.number, f.state, f.state, f.kind, f.kind};
}
} // namespace

QJsonObject formLineJson(const UploadedLine &line)
{
    const auto number = [](const std::optional<Decimal> &value) { return value ? value->toString() : QString(); };
    const auto amount = [](const Decimal &value) { return inFen(value).toString(); };
    return {{u"lzmxxh"_s, line.blueLine}, {u"xh"_s, line.lineNumber}, {u"sphfwssflhbbm"_s, line.code},
        {u"hwhyslwfwmc"_s, line.printedName}, {u"spfwjc"_s, line.shortName}, {u"xmmc"_s, line.item},
        {u"ggxh"_s, line.spec}, {u"dw"_s, line.unit}, {u"fpspdj"_s, number(line.price)},
        {u"fpspsl"_s, number(line.quantity)}, {u"je"_s, amount(line.net)}, {u"sl1"_s, line.rate.toString()},
        {u"se"_s, amount(line.tax)}, {u"kce"_s, line.deduction ? amount(*line.deduction) : QString()},
        {u"yhzcbs"_s, line.preference}};
}

UploadedLine readFormLine(Json::Value line, qsizetype place)
{
    const auto text = [&](QByteArrayView name) { return line.member(name).text(); };
    const auto number = [&](QByteArrayView name) { return numberOf(line.member(name), 36, Decimal::maxDecimals); };
    UploadedLine out{.place = place,
        .lineNumber = text("xh"),
        .blueLine = text("lzmxxh"),
        .item = text("xmmc"),
        .printedName = text("hwhyslwfwmc"),
        .shortName = text("spfwjc"),
        .spec = text("ggxh"),
        .unit = text("dw"),
        .quantity = number("fpspsl"),
        .price = number("fpspdj"),
        .net = number("je").value_or(Decimal()),
        .rate = number("sl1").value_or(Decimal()),
        .tax = number("se").value_or(Decimal()),
        .gross = {},
        .deduction = number("kce"),
        .code = text("sphfwssflhbbm"),
        .preference = text("yhzcbs")};
    out.gross = plus(out.net, out.tax);
    return out;
}

QList<UploadedLine> linesOf(const RedForm &form)
{
    QList<UploadedLine> out;
    const Result<Json> json = Json::parse(form.lines);
    if (!json)
        return out;
    const QList<Json::Value> items = json->root().items();
    for (qsizetype i = 0; i < items.size(); ++i)
        out.append(readFormLine(items.at(i), i + 1));
    return out;
}

void enterForm(Store &store, RedForm &form, const QString &area)
{
    form.uuid = QUuid::createUuid().toString(QUuid::Id128);
    form.number = nextFormNumber(store, area, Clock::chinaTime(form.enteredAt));
    store.write("INSERT INTO red_form(" KP_FORM_COLUMNS ") VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        {form.uuid, form.number, form.applicant, form.sellerTaxNumber, form.sellerName, form.buyerTaxNumber,
            form.buyerName, form.blueNumber, form.blueIssuedAt, form.kind, form.margin, form.reason, form.state,
            form.redNumber, form.redIssuedAt, fenOf(form.blueNet), fenOf(form.blueTax), fenOf(form.net),
            fenOf(form.tax), qint64(form.lineCount), form.enteredAt, form.answeredAt, QString::fromUtf8(form.lines)});
}

std::optional<RedForm> formByUuid(Store &store, qint64 nowMs, const QString &uuid)
{
    lapseForms(store, nowMs);
    const auto row = store.row("SELECT " KP_FORM_COLUMNS " FROM red_form WHERE uuid = ?", {uuid});
    if (!row)
        return std::nullopt;
    return formFromRow(*row);
}

QList<RedForm> formsOfBlue(Store &store, qint64 nowMs, const QString &blueNumber)
{
    lapseForms(store, nowMs);
    return formsFromRows(store.rows(
        "SELECT " KP_FORM_COLUMNS " FROM red_form WHERE blue_number = ? ORDER BY entered_at, number", {blueNumber}));
}

qint64 countForms(Store &store, qint64 nowMs, const RedFilter &filter)
{
    lapseForms(store, nowMs);
    const auto row = store.row(filter.asSeller ? "SELECT count(*)" KP_FORM_OF_SELLER KP_FORM_FILTER
                                               : "SELECT count(*)" KP_FORM_OF_BUYER KP_FORM_FILTER,
        valuesOf(filter));
    return row ? row->front().toLongLong() : 0;
}

QList<RedForm> forms(Store &store, qint64 nowMs, const RedFilter &filter, qint64 limit, qint64 offset)
{
    lapseForms(store, nowMs);
    return formsFromRows(
        store.rows(filter.asSeller ? "SELECT " KP_FORM_HEADER KP_FORM_OF_SELLER KP_FORM_FILTER KP_FORM_PAGE
                                   : "SELECT " KP_FORM_HEADER KP_FORM_OF_BUYER KP_FORM_FILTER KP_FORM_PAGE,
            valuesOf(filter) << limit << offset));
}

#undef KP_FORM_HEADER
#undef KP_FORM_COLUMNS
#undef KP_FORM_OF_SELLER
#undef KP_FORM_OF_BUYER
#undef KP_FORM_FILTER
#undef KP_FORM_PAGE

Check moveForm(Store &store, qint64 nowMs, RedForm &form, RedEvent event, RedActor actor)
{
    const RedMove move = moveOf(form, event, actor);
    if (move.refused)
        return move.refused;
    form.state = move.to;
    if (event == RedEvent::Agree || event == RedEvent::Refuse)
        form.answeredAt = nowMs;
    store.write(
        "UPDATE red_form SET state = ?, answered_at = ? WHERE uuid = ?", {form.state, form.answeredAt, form.uuid});
    return std::nullopt;
}

void noteRedInvoice(Store &store, const UploadedInvoice &red)
{
    store.write("UPDATE red_form SET red_number = ?, red_issued_at = ? WHERE uuid = ?",
        {red.number, Clock::stamp(red.issuedAt), red.formUuid});
}

} // namespace kp::sandbox
