// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/party_checks.h"

#include "core/domain/country.h"
#include "core/rules/checks.h"
#include "core/rules/tax_number.h"
#include "core/rules/text_limits.h"
#include "core/rules/texts.h"

#include <algorithm>

namespace kp::rules
{

namespace
{
constexpr int buyerNameBytes = 300; // gmfmc
// One passage of the base ability allows accounts of 50, another 100.
constexpr int doubtfulAccountBytes = 50;
constexpr int longestAskedName = 4;
constexpr int longestTaxNumber = 20;
constexpr QStringView residentCard = u"201"; // 居民身份证

bool hasEmailShape(QStringView text)
{
    const qsizetype at = text.indexOf(u'@');
    const QStringView host = text.mid(at + 1);
    const qsizetype dot = host.lastIndexOf(u'.');
    const auto isAllowed = [](QChar c) { return c > u' ' && c != u',' && c != u';' && c != QChar(0x7F); };
    return at > 0 && !host.contains(u'@') && dot > 0 && dot + 1 < host.size() && !host.startsWith(u'.') &&
           std::all_of(text.begin(), text.end(), isAllowed);
}

void checkBuyerNumber(Report &report, const InvoiceDraft &draft)
{
    constexpr const char *field = "buyer.taxNumber";
    const QString &number = draft.buyer.taxNumber;
    if (number.isEmpty()) {
        if (draft.kind == InvoiceKind::Special)
            report.error(field, ChecksText::tr("A special invoice needs the buyer's tax number."));
        else if (!draft.naturalPerson && draft.buyerKind == PartyKind::Company)
            report.warning(field, ChecksText::tr("An ordinary invoice to a company needs the buyer's tax number."));
        return;
    }
    checkTaxNumber(report, field, number);
}

/// The fields of a document, by the keys of the record it stands in.
struct DocumentKeys {
    const char *type;
    const char *number;
    const char *country;
};

void checkDocument(Report &report, const IdDocument &document, const DocumentKeys &keys)
{
    const IdDocumentRow *type = idDocumentType(document.type);
    if (!document.type.isEmpty() && type == nullptr)
        report.error(keys.type, ChecksText::tr("There is no identity document of the code %1.").arg(document.type));
    if (document.type.isEmpty() != document.number.isEmpty())
        report.error(document.type.isEmpty() ? keys.type : keys.number,
            ChecksText::tr("Name both the identity document and its number."));
    if (document.type == residentCard && !document.number.isEmpty() &&
        checkIdCard(document.number) != NumberCheck::Valid)
        report.warning(
            keys.number, ChecksText::tr("The number of the identity card is wrong. Compare it with the card."));
    if (!document.country.isEmpty() && countryNamed(document.country) == nullptr)
        report.error(
            keys.country, ChecksText::tr("\"%1\" is not in the official list of countries.").arg(document.country));
}

void checkBuyerDocument(Report &report, const InvoiceDraft &draft)
{
    const IdDocument &document = draft.buyerDocument;
    if (document.isEmpty())
        return;
    if (!draft.naturalPerson)
        report.error("buyer.idType", ChecksText::tr("Only a natural person who buys names an identity document."));
    checkDocument(report, document, {"buyer.idType", "buyer.idNumber", "buyer.country"});
    if (const IdDocumentRow *type = idDocumentType(document.type); type != nullptr && !type->servesBuyer())
        report.error("buyer.idType", ChecksText::tr("A buyer can not name \"%1\".").arg(QStringView(type->official)));
}
} // namespace

void checkTaxNumber(Report &report, const char *field, const QString &number)
{
    if (number.isEmpty() || characterCount(number) > longestTaxNumber)
        return; // said with the other lengths
    if (!hasTaxNumberCharacters(number)) {
        report.error(field, ChecksText::tr("A tax number has only digits and capital letters, at most 20."));
        return;
    }
    switch (checkTaxNumber(number)) {
    case NumberCheck::Valid:
        break;
    case NumberCheck::WrongCheckDigit:
        report.warning(
            field, ChecksText::tr("The check digit of this tax number is wrong. Compare it with the original."));
        break;
    case NumberCheck::WrongForm:
        report.warning(field,
            ChecksText::tr(
                "This is not a usual tax number: it has 18 characters (older ones 15, 17 or 20). Compare it with "
                "the original."));
        break;
    }
}

void checkEmail(Report &report, const char *field, const QString &email)
{
    if (!email.isEmpty() && !hasEmailShape(email))
        report.error(field, ChecksText::tr("This is not an e-mail address. It has the form name@company.cn."));
}

bool mayBeNaturalPerson(const InvoiceHead &head)
{
    // The platform's documents ask so for names of at most four characters. A credit code answers the question, and so
    // does the desk when it says that the buyer is a public body.
    return head.kind == InvoiceKind::Ordinary && !head.naturalPerson && head.buyerKind != PartyKind::Authority &&
           !head.buyer.name.isEmpty() && characterCount(head.buyer.name) <= longestAskedName &&
           checkCreditCode(head.buyer.taxNumber) != NumberCheck::Valid;
}

void checkBuyer(Report &report, const InvoiceDraft &draft)
{
    if (draft.buyer.name.isEmpty())
        report.error("buyer.name", ChecksText::tr("The buyer's name is missing."));
    Invoice face; // the name bears （个人） on the face of an invoice to a natural person
    face.naturalPerson = draft.naturalPerson;
    face.buyer.name = draft.buyer.name;
    if (const int bytes = utf8Size(face.printedBuyerName());
        bytes > buyerNameBytes && characterCount(draft.buyer.name) <= 100)
        report.error("buyer.name",
            ChecksText::tr(
                "The buyer's name takes %1 bytes as printed (a Chinese character counts 3); the tax platform takes "
                "at most %2.")
                .arg(bytes)
                .arg(buyerNameBytes));

    if (draft.naturalPerson && draft.kind == InvoiceKind::Special)
        report.error("naturalPerson",
            ChecksText::tr("A natural person can not get a special invoice. Issue an ordinary invoice."));
    if (mayBeNaturalPerson(draft))
        report.warning("naturalPerson",
            ChecksText::tr(
                "Is \"%1\" a natural person? Then mark it, so that the invoice reaches the person's own file.")
                .arg(draft.buyer.name));

    checkBuyerNumber(report, draft);
    checkBuyerDocument(report, draft);
    if (const int bytes = utf8Size(draft.buyer.account); bytes > doubtfulAccountBytes && bytes <= 100)
        report.warning(
            "buyer.account", ChecksText::tr("The account has %1 characters; the tax platform may refuse more than %2.")
                                 .arg(bytes)
                                 .arg(doubtfulAccountBytes));
    checkEmail(report, "buyerEmail", draft.buyerEmail);
}

void checkAgent(Report &report, const Agent &agent)
{
    const bool says = !agent.document.isEmpty() || !agent.taxNumber.isEmpty() || !agent.phone.isEmpty();
    if (agent.name.isEmpty() && says)
        report.error("agent.name", ChecksText::tr("The name of the buyer's agent is missing."));
    checkDocument(report, agent.document, {"agent.idType", "agent.idNumber", "agent.country"});
    if (!agent.taxNumber.isEmpty() && !hasTaxNumberCharacters(agent.taxNumber))
        report.error(
            "agent.taxNumber", ChecksText::tr("A tax number has only digits and capital letters, at most 20."));
}

} // namespace kp::rules
