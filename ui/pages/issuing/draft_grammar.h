// SPDX-License-Identifier: GPL-3.0-or-later
// What the line grid of the issuing page knows of a draft's lines.
#pragma once

#include "core/domain/company.h"
#include "core/domain/records.h"
#include "core/rules/match.h"
#include "core/rules/preferences.h"
#include "ui/kit/line_grammar.h"

#include <functional>
#include <memory>

namespace kp
{

/// The rates the company may use on a day, as words ("0.13", "13%").
QList<Word> rateWords(const QList<UsableRate> &rates, QDate day);

class DraftGrammar final : public RecordGrammar<DraftLine>
{
public:
    using Catalogue = std::shared_ptr<const rules::ClassificationCatalogue>;
    /// The company's items that fit a text, best first.
    using OwnItems = std::function<QFuture<Result<QList<Item>>>(const QString &typed)>;
    DraftGrammar(const QList<UsableRate> &rates, QDate day, Catalogue catalogue, OwnItems ownItems);

    /// Whether prices, amounts and discounts are typed and shown with tax.
    void setTaxIncluded(bool taxIncluded) { m_taxIncluded = taxIncluded; }
    [[nodiscard]] bool isTaxIncluded() const { return m_taxIncluded; }
    /// What of the head decides which preferences and rates a line may have, and what of it stays free of tax.
    void setHead(const InvoiceHead &head);
    void setCatalogue(Catalogue catalogue) { m_catalogue = std::move(catalogue); }

    [[nodiscard]] QList<Word> words(const QVariant &line, int column) const override;
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] QString text(const QVariant &line, int column) const override;
    [[nodiscard]] bool hasUnder(const QVariant &line) const override;
    [[nodiscard]] QString under(const QVariant &line, int column) const override;
    /// The company's items that fit what is typed, which fill the line, then classifications. One of those that is
    /// taken fills code, short name and rate; the item stays as it was typed.
    [[nodiscard]] QFuture<QList<Proposal>> proposals(const QVariant &line, int column, const QString &typed) override;
    void accept(QVariant &line, int column, const Proposal &proposal) const override;

private:
    /// A discount may also be typed as a rate: "10%".
    [[nodiscard]] bool putField(DraftLine &line, int column, const QString &text) const override;
    void settle(DraftLine &line, const char *key) const override;
    void classify(DraftLine &line, const Classification &classification) const;
    void putItem(DraftLine &line, const Item &item) const;
    [[nodiscard]] QList<TaxRate> ratesFor(const DraftLine &line) const;
    void fitRate(DraftLine &line) const;

    const rules::UsableRates m_rates;
    Catalogue m_catalogue;
    OwnItems m_ownItems;
    QDate m_day;
    InvoiceKind m_kind = InvoiceKind::Ordinary;
    TaxMode m_mode = TaxMode::Ordinary;
    Money m_untaxed; ///< of the one line that the margin scheme allows
    bool m_taxIncluded = true;
};

} // namespace kp
