// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/party_checks.h"

#include "core/rules/tax_number.h"
#include "core/rules/text_limits.h"

#include <QCoreApplication>

#include <algorithm>

namespace kp::rules
{

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Checks)
};

constexpr int longestTaxNumber = 20;

bool hasEmailShape(QStringView text)
{
    const qsizetype at = text.indexOf(u'@');
    const QStringView host = text.mid(at + 1);
    const qsizetype dot = host.lastIndexOf(u'.');
    const auto isAllowed = [](QChar c) { return c > u' ' && c != u',' && c != u';' && c != QChar(0x7F); };
    return at > 0 && !host.contains(u'@') && dot > 0 && dot + 1 < host.size() && !host.startsWith(u'.') &&
           std::all_of(text.begin(), text.end(), isAllowed);
}
} // namespace

void checkTaxNumber(Report &report, const char *field, const QString &number)
{
    if (number.isEmpty() || characterCount(number) > longestTaxNumber)
        return; // said with the other lengths
    if (!hasTaxNumberCharacters(number)) {
        report.error(field, Text::tr("A tax number has only digits and capital letters, at most 20."));
        return;
    }
    switch (checkTaxNumber(number)) {
    case NumberCheck::Valid:
        break;
    case NumberCheck::WrongCheckDigit:
        report.warning(field, Text::tr("The check digit of this tax number is wrong. Compare it with the original."));
        break;
    case NumberCheck::WrongForm:
        report.warning(field,
            Text::tr("This is not a usual tax number: it has 18 characters (older ones 15, 17 or 20). Compare it with "
                     "the original."));
        break;
    }
}

void checkEmail(Report &report, const char *field, const QString &email)
{
    if (!email.isEmpty() && !hasEmailShape(email))
        report.error(field, Text::tr("This is not an e-mail address. It has the form name@company.cn."));
}

} // namespace kp::rules
