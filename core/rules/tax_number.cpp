// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/tax_number.h"

#include <QDate>

#include <algorithm>

namespace kp::rules
{

namespace
{
/// GB 32100: the value of a character is its position; I, O, S, V and Z are left out because they look like others.
constexpr QLatin1StringView creditAlphabet("0123456789ABCDEFGHJKLMNPQRTUWXY");

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isCapital(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool allDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

/// GB 11714: eight characters and the check character of an organisation code.
bool hasOrganisationCheck(QStringView code)
{
    constexpr int weights[] = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 8; ++i) {
        const QChar c = code.at(i);
        sum += weights[i] * (isDigit(c) ? c.digitValue() : c.unicode() - u'A' + 10);
    }
    const int check = 11 - sum % 11;
    const QChar expected = check == 10 ? QChar(u'X') : check == 11 ? QChar(u'0') : QChar(u'0' + check);
    return code.at(8) == expected;
}
} // namespace

QString normalizeTaxNumber(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (QChar c : text) {
        if (c >= QChar(0xFF01) && c <= QChar(0xFF5E)) // full-width forms of ! … ~
            c = QChar(c.unicode() - 0xFEE0);
        // Besides spaces, what web pages and workbooks leave behind: byte order mark, zero-width space and joiners.
        if (!c.isSpace() && c.category() != QChar::Other_Format)
            out += c.toUpper();
    }
    return out;
}

bool hasTaxNumberCharacters(QStringView number)
{
    return !number.isEmpty() && number.size() <= 20 &&
           std::all_of(number.begin(), number.end(), [](QChar c) { return isDigit(c) || isCapital(c); });
}

NumberCheck checkCreditCode(QStringView number)
{
    if (number.size() != 18)
        return NumberCheck::WrongForm;
    int weight = 1; // 3^i mod 31
    int sum = 0;
    for (int i = 0; i < 17; ++i) {
        const qsizetype value = creditAlphabet.indexOf(number.at(i));
        if (value < 0)
            return NumberCheck::WrongForm;
        sum += static_cast<int>(value) * weight;
        weight = weight * 3 % 31;
    }
    const qsizetype check = creditAlphabet.indexOf(number.at(17));
    if (check < 0 || !allDigits(number.mid(2, 6))) // 3 … 8: the division that registers
        return NumberCheck::WrongForm;
    return check == (31 - sum % 31) % 31 && hasOrganisationCheck(number.mid(8, 9)) ? NumberCheck::Valid
                                                                                   : NumberCheck::WrongCheckDigit;
}

NumberCheck checkIdCard(QStringView number)
{
    if (number.size() != 18 || !allDigits(number.left(17)) || !(isDigit(number.at(17)) || number.at(17) == u'X'))
        return NumberCheck::WrongForm;
    // Provinces, and 81 … 83 of the residence permits for Hong Kong, Macao and Taiwan.
    constexpr int provinces[] = {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50,
        51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83};
    const QDate birth(number.mid(6, 4).toInt(), number.mid(10, 2).toInt(), number.mid(12, 2).toInt());
    if (!std::ranges::binary_search(provinces, number.left(2).toInt()) || !birth.isValid() || birth.year() < 1800)
        return NumberCheck::WrongForm;
    constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    constexpr QLatin1StringView checks("10X98765432");
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += weights[i] * number.at(i).digitValue();
    return number.at(17) == checks.at(sum % 11) ? NumberCheck::Valid : NumberCheck::WrongCheckDigit;
}

NumberCheck checkTaxNumber(QStringView number)
{
    if (!hasTaxNumberCharacters(number))
        return NumberCheck::WrongForm;
    switch (number.size()) {
    case 15: // area and organisation code, or an old identity card
    case 17: // old identity card and serial
    case 20: // identity card and serial
        return NumberCheck::Valid;
    case 18: {
        const NumberCheck credit = checkCreditCode(number);
        const NumberCheck card = checkIdCard(number);
        if (credit == NumberCheck::Valid || card == NumberCheck::Valid)
            return NumberCheck::Valid;
        return credit == NumberCheck::WrongForm && card == NumberCheck::WrongForm ? NumberCheck::WrongForm
                                                                                  : NumberCheck::WrongCheckDigit;
    }
    default:
        return NumberCheck::WrongForm;
    }
}

} // namespace kp::rules
