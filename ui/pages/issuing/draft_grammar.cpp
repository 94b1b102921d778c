// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/draft_grammar.h"

#include "core/rules/totals.h"
#include "ui/kit/cell_text.h"
#include "ui/pages/invoice_words.h"
#include "ui/pages/issuing/item_picker.h"
#include "ui/pages/issuing/texts.h"

#include <QtConcurrent>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int mostProposals = 12;

QList<LineColumn> draftColumns(const QList<Word> &rates)
{
    const auto plain = [](const char *key, int width) {
        return LineColumn{.key = QString::fromLatin1(key), .label = {}, .width = width};
    };
    LineColumn item = plain("item", 150);
    item.stretch = true;
    item.proposes = true;
    LineColumn rate = plain("rate", 92);
    rate.words = rates;
    LineColumn tax{.key = u"tax"_s, .label = fieldLabel("Tax"), .kind = FieldKind::Money, .width = 78};
    tax.editable = false;
    LineColumn shortName = plain("shortName", 80);
    shortName.editable = false;
    LineColumn spec = plain("spec", 72);
    spec.label = IssuingPageText::tr("Spec");
    LineColumn classification = plain("classification", 168);
    classification.face = Face::Code;
    classification.proposes = true;
    LineColumn preference = plain("preference", 76);
    preference.label = IssuingPageText::tr("Preference");
    preference.words = preferenceWords();
    return {item, spec, plain("unit", 48), plain("quantity", 68), plain("price", 104), plain("amount", 104), rate, tax,
        plain("discount", 76), shortName, classification, preference};
}

bool isUsable(const UsableRate &rate, QDate day)
{
    return (!rate.validFrom.isValid() || rate.validFrom <= day) && (!rate.validTo.isValid() || day <= rate.validTo);
}

QList<Proposal> proposalsFor(const rules::ClassificationCatalogue &catalogue, const QString &typed, QDate day)
{
    QList<Proposal> out;
    for (const auto &[row, reason, score] : catalogue.proposals(typed, day, mostProposals))
        out.append({.text = row->name,
            .detail = u"*%1*   %2   %3   %4"_s.arg(row->shortName, row->rates, row->code, classify::label(reason)),
            .value = QStringList{row->code, typed}});
    return out;
}

QList<Proposal> proposalsOf(const QList<Item> &items, const QString &typed)
{
    QList<Proposal> out;
    for (const Item &item : items) {
        QStringList detail{item.spec, item.unit, item.price ? groupedNumber(item.price->toString()) : QString(),
            item.rate ? item.rate->toPercent() : QString(), IssuingPageText::tr("own item")};
        detail.removeAll(QString());
        out.append({.text = item.name,
            .detail = detail.join(u"   "_s),
            .value = QVariant::fromValue(item),
            .sure = items.size() == 1 && (areInitials(typed) || item.code == typed)});
    }
    return out;
}

bool isNumberLike(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}
} // namespace

QList<Word> rateWords(const QList<UsableRate> &rates, QDate day)
{
    QList<Word> words;
    for (const UsableRate &usable : rates)
        if (isUsable(usable, day))
            words.append({usable.rate.toString(), usable.rate.toPercent()});
    return words;
}

DraftGrammar::DraftGrammar(const QList<UsableRate> &rates, QDate day, Catalogue catalogue, OwnItems ownItems)
    : RecordGrammar<DraftLine>(draftColumns(rateWords(rates, day)))
    , m_rates(rates, day)
    , m_catalogue(std::move(catalogue))
    , m_ownItems(std::move(ownItems))
    , m_day(day)
{
}

void DraftGrammar::setHead(const InvoiceHead &head)
{
    m_kind = head.kind;
    m_mode = head.taxMode;
    m_untaxed = rules::untaxedPart(head, 0);
}

QList<TaxRate> DraftGrammar::ratesFor(const DraftLine &line) const
{
    return rules::proposedRates(line.preference, m_rates, m_catalogue->find(line.classification), m_kind);
}

/// A preference allows some rates only: 免税 none but zero.
void DraftGrammar::fitRate(DraftLine &line) const
{
    if (line.rate && rules::allows(line.preference, *line.rate, m_rates))
        return;
    const QList<TaxRate> rates = ratesFor(line);
    line.rate = rates.size() == 1 ? std::optional(rates.constFirst()) : std::nullopt;
}

QList<Word> DraftGrammar::words(const QVariant &line, int column) const
{
    const LineColumn &spec = columns().at(column);
    const DraftLine &draft = record(line);
    QList<Word> out;
    if (spec.key == "preference"_L1) {
        const QList<Preference> possible = rules::possiblePreferences(m_kind, m_mode, draft.classification);
        for (const Word &word : spec.words)
            if (const auto preference = preferenceFromCode(word.code); preference && possible.contains(*preference))
                out.append(word);
    } else if (spec.key == "rate"_L1) {
        for (const TaxRate rate : ratesFor(draft))
            out.append({rate.toString(), rate.toPercent()});
    }
    return out.isEmpty() ? spec.words : out;
}

QString DraftGrammar::heading(int column) const
{
    const LineColumn &spec = columns().at(column);
    if (spec.key != "price"_L1 && spec.key != "amount"_L1)
        return spec.label;
    // Short enough for the column in either language.
    if (spec.key == "price"_L1)
        return m_taxIncluded ? IssuingPageText::tr("Price incl. tax") : IssuingPageText::tr("Price excl. tax");
    return m_taxIncluded ? IssuingPageText::tr("Amount incl. tax") : IssuingPageText::tr("Amount excl. tax");
}

QString DraftGrammar::text(const QVariant &line, int column) const
{
    const QString &key = columns().at(column).key;
    const DraftLine &draft = record(line);
    if (key == "tax"_L1) {
        const rules::LineAmounts worked = rules::lineAmounts(draft, m_taxIncluded, m_untaxed);
        return worked.problem == rules::LineAmounts::Problem::NoAmount ? QString() : worked.tax.toString();
    }
    if (key == "shortName"_L1 && draft.shortName.isEmpty()) {
        const Classification *known = m_catalogue->find(draft.classification);
        return known == nullptr ? QString() : known->shortName;
    }
    return RecordGrammar<DraftLine>::text(line, column);
}

bool DraftGrammar::putField(DraftLine &line, int column, const QString &text) const
{
    if (columns().at(column).key != "discount"_L1 || !text.endsWith(u'%'))
        return RecordGrammar<DraftLine>::putField(line, column, text);
    const auto percent = Decimal::parse(QStringView(text).chopped(1));
    const auto discount = percent && line.amount ? rules::discountOfPercent(*line.amount, *percent) : std::nullopt;
    if (!discount)
        return false;
    line.discount = *discount;
    line.keptDiscountTax.reset();
    return true;
}

bool DraftGrammar::hasUnder(const QVariant &line) const
{
    const std::optional<Money> &discount = record(line).discount;
    return discount && !discount->isZero();
}

/// The discount line as it will stand on the invoice.
QString DraftGrammar::under(const QVariant &line, int column) const
{
    const DraftLine &draft = record(line);
    const QString &key = columns().at(column).key;
    if (key == "item"_L1)
        return IssuingPageText::tr("Discount %1%")
            .arg(rules::discountPercent(draft.amount.value_or(Money()), *draft.discount).toString());
    if (key == "amount"_L1)
        return (-*draft.discount).toGrouped();
    if (key == "tax"_L1)
        return (-rules::lineAmounts(draft, m_taxIncluded, m_untaxed).discountTax).toGrouped();
    return {};
}

QFuture<QList<Proposal>> DraftGrammar::proposals(const QVariant &, int column, const QString &typed)
{
    const auto classified = [catalogue = m_catalogue, typed, day = m_day] {
        return typed.trimmed().isEmpty() ? QList<Proposal>() : proposalsFor(*catalogue, typed, day);
    };
    if (columns().at(column).key != "item"_L1)
        return QtConcurrent::run(classified);
    const auto together = [classified, typed](const Result<QList<Item>> &items) {
        return (items.ok() ? proposalsOf(*items, typed.trimmed()) : QList<Proposal>()) + classified();
    };
    return m_ownItems(typed.trimmed()).then(QtFuture::Launch::Async, together);
}

/// What was filled in of how many and how much less stays.
void DraftGrammar::putItem(DraftLine &line, const Item &item) const
{
    DraftLine own = lineOf(item, m_taxIncluded);
    if (const Classification *known = m_catalogue->find(item.classification)) {
        own.shortName = known->shortName;
        if (!own.rate)
            classify(own, *known);
    }
    own.quantity = line.quantity;
    own.discount = line.discount;
    if (own.price && own.quantity)
        rules::recompute(own, rules::Entry::Price);
    else if (!own.price)
        own.amount = line.amount;
    line = own;
}

void DraftGrammar::accept(QVariant &line, int column, const Proposal &proposal) const
{
    if (proposal.value.canConvert<Item>()) {
        auto draft = line.value<DraftLine>();
        putItem(draft, proposal.value.value<Item>());
        line = QVariant::fromValue(draft);
        return;
    }
    const QStringList codeAndTyped = proposal.value.toStringList();
    const Classification *chosen = m_catalogue->find(codeAndTyped.value(0));
    if (chosen == nullptr)
        return;
    auto draft = line.value<DraftLine>();
    if (columns().at(column).key == "item"_L1) {
        const QString typed = codeAndTyped.value(1).trimmed();
        draft.item = isNumberLike(typed) ? chosen->name : typed;
    }
    classify(draft, *chosen);
    line = QVariant::fromValue(draft);
}

void DraftGrammar::settle(DraftLine &line, const char *key) const
{
    const QLatin1StringView edited(key);
    if (edited == "quantity"_L1) {
        rules::recompute(line, rules::Entry::Quantity);
    } else if (edited == "price"_L1) {
        rules::recompute(line, rules::Entry::Price);
    } else if (edited == "amount"_L1) {
        rules::recompute(line, rules::Entry::Amount);
    } else if (edited == "preference"_L1) {
        fitRate(line);
        line.keptTax.reset();
        line.keptDiscountTax.reset();
    } else if (edited == "rate"_L1) {
        line.keptTax.reset();
        line.keptDiscountTax.reset();
    } else if (edited == "discount"_L1) {
        line.keptDiscountTax.reset();
    } else if (edited == "classification"_L1) {
        line.shortName.clear();
        if (const Classification *known = m_catalogue->find(line.classification))
            classify(line, *known);
    }
}

void DraftGrammar::classify(DraftLine &line, const Classification &classification) const
{
    line.classification = classification.code;
    line.shortName = classification.shortName;
    // The first is the one the classification goes by; among levy rates alone nobody can tell.
    const QList<TaxRate> rates = ratesFor(line);
    const bool isKnown = rates.size() == 1 || (!rates.isEmpty() && !m_rates.areLevyOnly(rates.constFirst()));
    if (isKnown) {
        line.rate = rates.constFirst();
        line.keptTax.reset();
        line.keptDiscountTax.reset();
    }
}

} // namespace kp
