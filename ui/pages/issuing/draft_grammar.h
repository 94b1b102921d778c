// SPDX-License-Identifier: GPL-3.0-or-later
// What the line grid of the issuing page knows of a draft's lines.
#pragma once

#include "core/domain/company.h"
#include "core/rules/match.h"
#include "ui/kit/line_grammar.h"

#include <memory>

namespace kp
{

/// The rates the company may use on a day, as words ("0.13", "13%").
QList<Word> rateWords(const QList<UsableRate> &rates, QDate day);

class DraftGrammar final : public RecordGrammar<DraftLine>
{
public:
    using Catalogue = std::shared_ptr<const rules::ClassificationCatalogue>;
    DraftGrammar(const QList<UsableRate> &rates, QDate day, Catalogue catalogue);

    /// Whether prices, amounts and discounts are typed and shown with tax.
    void setTaxIncluded(bool taxIncluded) { m_taxIncluded = taxIncluded; }
    [[nodiscard]] bool isTaxIncluded() const { return m_taxIncluded; }
    void setCatalogue(Catalogue catalogue) { m_catalogue = std::move(catalogue); }

    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] QString text(const QVariant &line, int column) const override;
    [[nodiscard]] bool hasUnder(const QVariant &line) const override;
    [[nodiscard]] QString under(const QVariant &line, int column) const override;
    /// Classifications that fit what is typed. One that is taken fills code, short name and rate; the item stays as it
    /// was typed.
    [[nodiscard]] QFuture<QList<Proposal>> proposals(const QVariant &line, int column, const QString &typed) override;
    void accept(QVariant &line, int column, const Proposal &proposal) const override;

private:
    /// A discount may also be typed as a rate: "10%".
    [[nodiscard]] bool putField(DraftLine &line, int column, const QString &text) const override;
    void settle(DraftLine &line, const char *key) const override;
    void classify(DraftLine &line, const Classification &classification) const;
    /// The rate a classification goes by, when the company may use it and there is no doubt.
    [[nodiscard]] std::optional<TaxRate> usualRate(const Classification &classification) const;

    QList<TaxRate> m_rates;
    Catalogue m_catalogue;
    bool m_taxIncluded = true;
};

} // namespace kp
