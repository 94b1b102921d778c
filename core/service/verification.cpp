// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/verification.h"

#include "core/store/schema_check.h"

#include <QCoreApplication>

#include <algorithm>

namespace kp::service
{

namespace
{
struct VerificationText {
    Q_DECLARE_TR_FUNCTIONS(Verification)
};

/// The sentence about one invoice: %1 is its number, the others what Witness says.
struct Sentence {
    store::Witness witness;
    const char *text;
};

constexpr Sentence sentences[] = {
    {store::Witness::Lines,
        QT_TRANSLATE_NOOP("Verification",
            "Invoice %1 says %2 lines, amount %3, tax %4; its lines are %5 and make amount %6, tax %7.")},
    {store::Witness::Submission,
        QT_TRANSLATE_NOOP("Verification", "Invoice %1: %2 is \"%3\" now, but \"%4\" was submitted.")},
    {store::Witness::Content, QT_TRANSLATE_NOOP("Verification", "Invoice %1: what it says is not what was submitted.")},
    {store::Witness::NoSubmission,
        QT_TRANSLATE_NOOP("Verification", "Invoice %1: the audit journal knows nothing of its submission.")},
    {store::Witness::JournalState,
        QT_TRANSLATE_NOOP("Verification", "Invoice %1 is \"%2\", but the audit journal left it at \"%3\".")},
    {store::Witness::LastStep,
        QT_TRANSLATE_NOOP("Verification", "Invoice %1 is \"%2\", but its history ends with \"%3\".")},
    {store::Witness::Steps,
        QT_TRANSLATE_NOOP("Verification", "Invoice %1: steps of its history are missing or were changed.")},
    {store::Witness::OutboxMissing, QT_TRANSLATE_NOOP("Verification",
                                        "Invoice %1 is \"%2\", but nothing is in the outbox for it. It is asked about "
                                        "again when the program sends next.")},
    {store::Witness::OutboxStray,
        QT_TRANSLATE_NOOP("Verification", "Invoice %1 is \"%2\", but it is in the outbox still.")},
    {store::Witness::OutboxUnfit,
        QT_TRANSLATE_NOOP("Verification", "Invoice %1: its entry in the outbox does not fit.")},
};

/// A field of the entry a submission makes in the journal.
QString labelOf(const QString &field)
{
    if (field == QLatin1StringView("number"))
        return VerificationText::tr("number");
    if (field == QLatin1StringView("serial"))
        return VerificationText::tr("serial number");
    if (field == QLatin1StringView("buyer.name"))
        return VerificationText::tr("buyer");
    return VerificationText::tr("gross amount");
}

QString worded(store::Witness witness, const QVariant &said, qsizetype position)
{
    if (said.typeId() == QMetaType::LongLong)
        return Money::fromFen(said.toLongLong()).toGrouped();
    const QString text = said.toString();
    if (witness == store::Witness::Submission)
        return position == 0 ? labelOf(text) : text;
    const auto state = fromCode<InvoiceState>(text);
    return state ? label(*state) : text;
}

/// Puts the parts where the sentence has %1, %2 … QString::arg() one after the other would also take a "%1" in what is
/// said for such a place.
QString filled(const QString &sentence, const QStringList &parts)
{
    QString out;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int place = sentence.at(i) == u'%' && i + 1 < sentence.size() ? sentence.at(i + 1).digitValue() : -1;
        if (place >= 1 && place <= parts.size()) {
            out += parts.at(place - 1);
            ++i;
        } else {
            out += sentence.at(i);
        }
    }
    return out;
}

void countOthers(QStringList &out, qint64 more)
{
    if (more > 0)
        out.append(VerificationText::tr("… and %n more of that kind.", nullptr, static_cast<int>(more)));
}

/// A sentence for each of the first.
template<class Word>
QStringList listed(const QStringList &all, Word &&word)
{
    QStringList out;
    for (const QString &one : all.first(std::min(all.size(), store::Contradictions::most)))
        out.append(word(one));
    countOthers(out, all.size() - out.size());
    return out;
}

QStringList worded(store::Witness witness, const store::Contradictions &found)
{
    const auto *sentence = std::find_if(
        std::begin(sentences), std::end(sentences), [=](const Sentence &s) { return s.witness == witness; });
    QStringList out;
    for (const store::Contradiction &one : found.named) {
        QStringList parts{one.number};
        for (qsizetype i = 0; i < one.said.size(); ++i)
            parts.append(worded(witness, one.said.at(i), i));
        out.append(filled(VerificationText::tr(sentence->text), parts));
    }
    countOthers(out, found.count - found.named.size());
    return out;
}

QString worded(const QString &company, const store::CreditDiscord &discord)
{
    if (discord.month.isEmpty())
        return VerificationText::tr("%1: its invoices use credit of %2, but %3 is noted as used.")
            .arg(company, discord.invoices.toGrouped(), discord.used.toGrouped());
    return VerificationText::tr(
        "%1: invoices on their way use credit of %2 from month %3, but only %4 is noted as used.")
        .arg(company, discord.invoices.toGrouped(), discord.month, discord.used.toGrouped());
}
} // namespace

bool VerificationReport::clean() const
{
    return complaints().isEmpty();
}

QStringList VerificationReport::complaints() const
{
    QStringList out;
    for (const QString &broken : damage)
        out.append(VerificationText::tr("The database file is damaged: %1").arg(broken));
    for (const QString &flaw : schema)
        out.append(VerificationText::tr("The database was altered: %1.").arg(flaw));
    if (!audit.clean())
        out.append(
            VerificationText::tr("The audit journal is broken at entry %1: %2").arg(audit.firstBad).arg(audit.reason));
    for (const OfCompany &one : companies) {
        const QString name = one.company.party.name;
        out += listed(one.numbers.lost, [&](const QString &number) {
            return VerificationText::tr("%1: number %2 was handed out and is neither used nor free.").arg(name, number);
        });
        out += listed(one.numbers.doubled, [&](const QString &number) {
            return VerificationText::tr("%1: number %2 is used more than once.").arg(name, number);
        });
        out += listed(one.numbers.foreign, [&](const QString &number) {
            return VerificationText::tr("%1: number %2 belongs to no range of this company.").arg(name, number);
        });
        for (const store::RangeAccount &range : one.numbers.ranges)
            if (!range.adds())
                out.append(
                    VerificationText::tr("%1: the range from %2 does not add up.").arg(name, range.range.range.first));
        for (const store::CreditDiscord &discord : credit)
            if (discord.company == one.company.id)
                out.append(worded(name, discord));
    }
    for (const auto &[witness, found] : contradictions)
        out += worded(witness, found);
    return out;
}

Result<VerificationReport> verifyBooks(store::Stores &stores)
{
    VerificationReport report;
    KP_TRY(damage, stores.database.damage());
    report.damage = damage;
    KP_TRY(schema, store::schemaFlaws(stores.database));
    report.schema = schema;
    KP_TRY(audit, stores.audit.verify());
    report.audit = audit;
    KP_TRY(companies, stores.companies.companies(store::Scope::everything()));
    for (const Company &company : companies) {
        KP_TRY(numbers, stores.numbers.accounting(company.id));
        report.companies.append({company, numbers});
    }
    for (const Sentence &sentence : sentences) {
        KP_TRY(found, sentence.witness == store::Witness::Content
                          ? store::contentContradictions(stores.database, stores.invoices)
                          : store::contradictions(stores.database, sentence.witness));
        report.contradictions.append({sentence.witness, found});
    }
    KP_TRY(credit, store::creditDiscords(stores.database));
    report.credit = credit;
    return report;
}

} // namespace kp::service
