// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/line_table.h"
#include "ui/pages/issuing/sheet_parts.h"

class QLabel;
class QHBoxLayout;

namespace kp
{

/// A small grid of the sheet for what an invoice has several of beside its lines: deduction vouchers, extra elements.
class PartGrid : public Ruled
{
    Q_OBJECT
public:
    /// @param name of the list in findings: "vouchers" for fields like "vouchers.0.number"
    PartGrid(const QString &name, const QString &title, std::shared_ptr<LineGrammar> grammar, const DeskMemory &memory,
        QWidget *parent = nullptr);

    [[nodiscard]] LineTable *table() const { return m_table; }
    template<class T>
    [[nodiscard]] QList<T> parts() const
    {
        return m_table->lines()->lines<T>();
    }
    template<class T>
    void load(const QList<T> &parts)
    {
        QVariantList values;
        for (const T &part : parts)
            values.append(QVariant::fromValue(part));
        m_table->lines()->load(values);
    }
    void setNote(const QString &note);
    /// Where buttons of its own go, after the title.
    [[nodiscard]] QHBoxLayout *head() const { return m_head; }
    /// Texts that have not the form of their column.
    [[nodiscard]] QList<Finding> rejections() const;
    void setFindings(const QList<Finding> &findings);
    /// Goes to the cell a finding is about; false when the field is not one of this grid.
    bool goTo(const QString &field);

Q_SIGNALS:
    void edited();

private:
    void fitHeight();
    /// Place and column in "vouchers.0.number"; a place of −1: it is not about this grid.
    [[nodiscard]] std::pair<int, QString> placeOf(const QString &field) const;

    const QString m_name;
    QHBoxLayout *m_head;
    QLabel *m_note;
    LineTable *m_table;
};

} // namespace kp
