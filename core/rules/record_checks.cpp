// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/record_checks.h"

#include "core/base/gb18030.h"
#include "core/rules/party_checks.h"
#include "core/rules/tax_number.h"
#include "core/rules/text_limits.h"
#include "core/rules/texts.h"

#include <QCoreApplication>
#include <QSet>

namespace kp::rules
{

namespace
{
// Base ability §6.1, as for the buyer of an invoice: gmfmc, gmfdz, gmfdh, gmfkhh, gmfzh.
constexpr ByteLimit customerBytes[] = {{"name", 300}, {"address", 300}, {"phone", 60}, {"bank", 120}, {"account", 100}};
/// The remark has a place of its own on the invoice (S1 1.1.3).
constexpr QStringView remarkName = u"备注";

constexpr int businessTypeNameBytes = 50; // S2 5.6.2: 字节, which tax software counts in GBK
constexpr int businessTypeNoteBytes = 60;

void require(Report &report, const char *field, const char *label, const QString &text)
{
    if (text.isEmpty())
        report.error(field, ChecksText::tr("%1 must be filled in.").arg(QCoreApplication::translate("Fields", label)));
}

void limitBytes(Report &report, const char *field, const char *label, const QString &text, int most)
{
    if (const int bytes = gbkSize(text); bytes > most)
        report.error(field, ChecksText::tr("%1 takes %2 bytes (a Chinese character counts 2); at most %3 are allowed.")
                                .arg(QCoreApplication::translate("Fields", label))
                                .arg(bytes)
                                .arg(most));
}
} // namespace

QList<Finding> checkRecord(const Item &item, const RecordFacts &facts)
{
    // An item is what a line of an invoice will be, so that the line's own checks say it best.
    DraftLine line;
    line.item = item.name;
    line.classification = item.classification;
    line.spec = item.spec;
    line.unit = item.unit;
    line.price = item.price;
    line.rate = item.rate;
    line.preference = item.preference;
    InvoiceDraft draft;
    draft.taxIncluded = item.taxIncluded;
    QList<Finding> findings;
    Report report(findings);
    checkTexts(report, item, {}, "");
    QList<Finding> ofLine;
    Report lineReport(ofLine);
    checkLine(lineReport, {draft, facts.rates, facts.classification, false}, line, {}, nullptr, false);
    for (Finding &finding : ofLine) {
        if (finding.field == QLatin1StringView("item"))
            finding.field = QStringLiteral("name");
        // A rate may be left open until the item is invoiced; lengths were judged above.
        const bool open = finding.field == QLatin1StringView("rate") && !item.rate;
        if (!open && !findings.contains(finding))
            findings.append(finding);
    }
    return findings;
}

QList<Finding> checkRecord(const Customer &customer, const RecordFacts &)
{
    QList<Finding> findings;
    Report report(findings);
    checkTexts(report, customer, customerBytes, "");
    require(report, "name", "Name", customer.party.name);
    if (customer.party.taxNumber.isEmpty() && customer.kind == PartyKind::Company)
        report.warning("taxNumber", ChecksText::tr("An invoice to a company needs its tax number."));
    checkTaxNumber(report, "taxNumber", customer.party.taxNumber);
    checkEmail(report, "email", customer.email);
    if (customer.naturalPerson && customer.kind != PartyKind::Person)
        report.error("naturalPerson", ChecksText::tr("Only a person can be marked as a natural person."));
    return findings;
}

QList<Finding> checkRecord(const ElementDefinition &element, const RecordFacts &)
{
    QList<Finding> findings;
    Report report(findings);
    checkTexts(report, element, {}, "");
    require(report, "name", "Name", element.name);
    if (element.name == remarkName)
        report.error("name", ChecksText::tr("An extra element can not be called \"%1\".").arg(remarkName));
    return findings;
}

QList<Finding> checkRecord(const Scene &scene, const RecordFacts &)
{
    QList<Finding> findings;
    Report report(findings);
    checkTexts(report, scene, {}, "");
    require(report, "name", "Name", scene.name);
    if (scene.elements.isEmpty())
        report.error("elements", ChecksText::tr("Choose at least one extra element."));
    else if (QSet<ElementId>(scene.elements.begin(), scene.elements.end()).size() != scene.elements.size())
        report.error("elements", ChecksText::tr("An extra element stands twice in the scene."));
    return findings;
}

QList<Finding> checkRecord(const BusinessType &type, const RecordFacts &)
{
    QList<Finding> findings;
    Report report(findings);
    checkTexts(report, type, {}, "");
    require(report, "name", "Name", type.name);
    limitBytes(report, "name", "Name", type.name, businessTypeNameBytes);
    limitBytes(report, "note", "Note", type.note, businessTypeNoteBytes);
    return findings;
}

template<class T>
T tidiedRecord(T record)
{
    for (const Field<T> *field : ownFields<T>())
        if (field->kind == FieldKind::Text)
            field->parse(record, field->text(record).trimmed());
    if constexpr (std::is_same_v<T, Customer>)
        record.party.taxNumber = normalizeTaxNumber(record.party.taxNumber);
    return record;
}
template Item tidiedRecord(Item);
template Customer tidiedRecord(Customer);
template ElementDefinition tidiedRecord(ElementDefinition);
template Scene tidiedRecord(Scene);
template BusinessType tidiedRecord(BusinessType);

} // namespace kp::rules
