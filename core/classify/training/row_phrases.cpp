// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/classify/training/row_phrases.h"

#include <QHash>

namespace kp::classify
{

std::vector<QList<DescribedItem>> rowPhrases(const OfficialTable &table, const HeldOut &heldOut)
{
    QHash<QString, std::size_t> byCode;
    for (qsizetype i = 0; i < table.rows.size(); ++i)
        byCode.insert(table.rows.at(i).code, static_cast<std::size_t>(i));
    std::vector<QList<DescribedItem>> out(static_cast<std::size_t>(table.rows.size()));
    const auto put = [&](std::size_t row, const DescribedItem &item) {
        if (!item.text.isEmpty() && !(heldOut && heldOut(item.text)) &&
            std::none_of(out[row].cbegin(), out[row].cend(),
                [&](const DescribedItem &o) { return o.text == item.text && o.kind == item.kind; }))
            out[row].append({item.text, item.kind});
    };
    for (std::size_t row = 0; row < out.size(); ++row) {
        const Classification &official = table.rows.at(static_cast<qsizetype>(row));
        out[row].append({folded(official.name), PhraseKind::Name});
        put(row, {folded(official.shortName), PhraseKind::ShortName});
        for (const DescribedItem &item : describedItems(official.description)) {
            put(row, item);
            // 详见101011901: what does not belong here belongs there.
            if (item.kind == PhraseKind::Excluded && !item.reference.isEmpty())
                if (const auto other = byCode.constFind(item.reference.leftJustified(19, u'0')); other != byCode.cend())
                    put(*other, {item.text, PhraseKind::Described});
        }
    }
    for (const ShortNamePeriod &period : table.history)
        if (const auto row = byCode.constFind(period.code); row != byCode.cend())
            put(*row, {folded(period.text), PhraseKind::ShortName});
    return out;
}

} // namespace kp::classify
