// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/tree_picker.h"
#include "ui/pages/office.h"

namespace kp
{

/// The tree of 税收分类编码 to choose one from. The tree is built with the first look at it.
class ClassificationPicker : public TreePicker
{
    Q_OBJECT
public:
    using Use = std::function<void(const Classification &)>;

    explicit ClassificationPicker(Office &office, QWidget *parent);
    /// @param code the present choice
    void open(QWidget *anchor, const QString &code, const Use &use);

private:
    void fill();

    Office &m_office;
    std::shared_ptr<const rules::ClassificationCatalogue> m_shown; ///< what the tree was built from
    Use m_use;
};

/// The rate a classification goes by, when the company may use just one of them; else nothing: the clerk must say.
std::optional<TaxRate> proposedRate(const Classification &classification, const IssuingFacts *facts);

} // namespace kp
