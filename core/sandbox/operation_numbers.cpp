// SPDX-License-Identifier: GPL-3.0-or-later
// Invoice numbers: leqi-protocol §4.1, §10.6.
#include "core/sandbox/operation.h"

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int maxNumbers = 5000;
constexpr int serialDigits = 15;

QString numberText(const QString &prefix, qint64 serial)
{
    return prefix + QString::number(serial).rightJustified(serialDigits, u'0');
}

Answer rangeAnswer(const QString &prefix, qint64 first, qint64 last)
{
    return success({{u"fpqshm"_s, numberText(prefix, first)}, {u"fpzzhm"_s, numberText(prefix, last)},
        {u"lysl"_s, QString::number(last - first + 1)}});
}
} // namespace

Answer numberRange(const Call &call)
{
    if (const std::optional<Answer> refused = refusedTaxpayer(call))
        return *refused;
    const QString request = call.request.member("ywlsh").text();
    if (request.isEmpty() || request.size() > 100)
        return refusal(u"业务流水号ywlsh须为1至100个字符"_s);
    bool whole = false;
    const int quantity = call.request.member("lysl").text().toInt(&whole);
    if (!whole || quantity < 1 || quantity > maxNumbers)
        return refusal(u"领用数量lysl须为1至%1的整数"_s.arg(maxNumbers));

    const QString &taxNumber = call.company.taxNumber;
    if (const auto given =
            call.store.row("SELECT prefix, first, last FROM number_range WHERE tax_number = ? AND request = ?",
                {taxNumber, request})) {
        const qint64 first = given->at(1).toLongLong();
        const qint64 last = given->at(2).toLongLong();
        if (last - first + 1 != quantity)
            return refusal(u"业务流水号已用于领用%1个号码，重试时领用数量须相同"_s.arg(last - first + 1));
        return rangeAnswer(given->at(0).toString(), first, last);
    }
    if (call.mischiefs.has(Mischief::NumbersExhausted))
        return refusal(u"可用发票号码不足，无法赋码"_s);

    // Year, area, 7 = issued through 乐企; the 15 digits that follow count on over all taxpayers of the area.
    const QString prefix = call.clock.now().toString(u"yy"_s) + call.company.area + u'7';
    call.store.write("INSERT INTO number_counter VALUES(?, 1) ON CONFLICT DO NOTHING", {prefix});
    const auto next = call.store.row("SELECT next FROM number_counter WHERE prefix = ?", {prefix});
    const qint64 first = next ? next->front().toLongLong() : 1;
    const qint64 last = first + quantity - 1;
    call.store.write("UPDATE number_counter SET next = ? WHERE prefix = ?", {last + 1, prefix});
    call.store.write("INSERT INTO number_range VALUES(?, ?, ?, ?, ?, ?)",
        {taxNumber, request, call.company.connectionId, prefix, first, last});
    return rangeAnswer(prefix, first, last);
}

} // namespace kp::sandbox
