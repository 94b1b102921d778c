// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/hints.h"

#include "ui/kit/line_table.h"

#include <QCoreApplication>

namespace kp
{

namespace
{
struct HintsText {
    Q_DECLARE_TR_FUNCTIONS(Hints)
};

struct Hint {
    const char *key;
    const char *text;
};

constexpr Hint hints[] = {
    {"buyer.name", QT_TRANSLATE_NOOP("Hints", "Name on the business licence; a part of it, a short code or pinyin "
                                              "initials find a customer.")},
    {"buyer.taxNumber", QT_TRANSLATE_NOOP("Hints", "18 characters for companies. A special invoice needs it; a natural "
                                                   "person may leave it empty.")},
    {"buyer.address", QT_TRANSLATE_NOOP("Hints", "Stands in the remark when it is to be shown.")},
    {"buyer.account", QT_TRANSLATE_NOOP("Hints", "Stands in the remark when it is to be shown.")},
    {"buyerEmail", QT_TRANSLATE_NOOP("Hints", "Where the issued invoice is sent.")},
    {"buyerKind", QT_TRANSLATE_NOOP("Hints", "Company, person or authority; it is for your own records.")},
    {"taxMode", QT_TRANSLATE_NOOP("Hints", "The margin schemes need vouchers and exactly one line without discount.")},
    {"businessType", QT_TRANSLATE_NOOP("Hints", "Your own grouping; it is not printed.")},
    {"waiver", QT_TRANSLATE_NOOP("Hints", "A small-scale taxpayer who issues at 3% instead of 1% says why.")},
    {"refund", QT_TRANSLATE_NOOP("Hints", "What the refund on levy is given for.")},
    {"remark", QT_TRANSLATE_NOOP("Hints", "Up to 230 characters; the print holds fewer.")},
    {"payee", QT_TRANSLATE_NOOP("Hints", "Printed in the remark; remembered for the next invoice.")},
    {"reviewer", QT_TRANSLATE_NOOP("Hints", "Printed in the remark; remembered for the next invoice.")},
    {"agent.name", QT_TRANSLATE_NOOP("Hints", "Who acts for the buyer.")},
    {"item", QT_TRANSLATE_NOOP("Hints", "What was sold, without the *short name*; proposals come while you type.")},
    {"classification", QT_TRANSLATE_NOOP("Hints", "19 digits; F7 shows what fits the item.")},
    {"spec", QT_TRANSLATE_NOOP("Hints", "Model or specification, up to 40 characters.")},
    {"unit", QT_TRANSLATE_NOOP("Hints", "Up to 20 characters.")},
    {"quantity", QT_TRANSLATE_NOOP("Hints", "Quantity and price go together: both or neither.")},
    {"price", QT_TRANSLATE_NOOP("Hints", "Up to 13 decimals; quantity × price gives the amount.")},
    {"amount", QT_TRANSLATE_NOOP("Hints", "Two decimals. = fills in what is left of a wished total.")},
    {"rate", QT_TRANSLATE_NOOP("Hints", "Those the tax office allows your company today, and the preference.")},
    {"preference", QT_TRANSLATE_NOOP("Hints", "Leave it empty unless a policy applies to this sale.")},
    {"discount", QT_TRANSLATE_NOOP("Hints", "An amount, or a rate such as 10%; it becomes a line of its own.")},
    {"used", QT_TRANSLATE_NOOP("Hints", "What is deducted here; together not more than the amount with tax.")},
    {"number", QT_TRANSLATE_NOOP("Hints", "Number of the invoice or voucher that proves the deduction.")},
};
} // namespace

QString hintOf(const QString &key)
{
    for (const Hint &hint : hints)
        if (key == QLatin1StringView(hint.key))
            return HintsText::tr(hint.text);
    return {};
}

QString hintFor(const QWidget *focus)
{
    for (const QWidget *widget = focus; widget != nullptr; widget = widget->parentWidget()) {
        const auto *grid = qobject_cast<const LineTable *>(widget);
        if (grid != nullptr)
            return grid->currentIndex().isValid()
                       ? hintOf(grid->lines()->columns().at(grid->currentIndex().column()).key)
                       : QString();
        if (const QString hint = hintOf(widget->objectName()); !hint.isEmpty())
            return hint;
    }
    return {};
}

} // namespace kp
