// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of the sheet: the grid, its tools, and what opens between them for a moment.
#pragma once

#include "core/domain/invoice.h"
#include "ui/kit/line_table.h"
#include "ui/kit/record_spec.h"
#include "ui/pages/issuing/sheet_parts.h"

#include <functional>
#include <memory>
#include <optional>

class QCheckBox;
class QHBoxLayout;
class QPushButton;

namespace kp
{

class DiscountPanel;
class DraftGrammar;
class ImportPanel;
class ItemPicker;
class Office;
class PastePreview;
class WishPanel;

class LineBox final : public Ruled
{
    Q_OBJECT
public:
    /// @param draft what is written, with these lines in it
    LineBox(Office &office, std::shared_ptr<DraftGrammar> grammar, std::function<InvoiceDraft()> draft,
        QWidget *parent = nullptr);
    ~LineBox() override;

    [[nodiscard]] LineTable *lines() const { return m_lines; }
    void load(const QList<DraftLine> &lines);
    /// Adds lines after what is written, as one step of undo.
    void append(const QList<DraftLine> &lines, const QString &what);
    /// 含税 ⇄ 不含税 as one step of undo: the invoice stays what it is.
    void switchTaxIncluded(bool taxIncluded);
    /// The mark alone, for a draft that is opened.
    void applyTaxIncluded(bool taxIncluded);
    void openDiscount();
    void openItems();
    /// 导入明细 in place of the grid. @param path of a file that is looked into at once; empty: the clerk chooses it
    void openImport(const QString &path);
    /// Closes whatever stands open over the grid.
    void closePanels();

Q_SIGNALS:
    void edited();
    /// Something to tell that needs no answer.
    void told(const QString &text);
    void failed(const kp::Fault &fault);
    /// Lines were put in that have an item and no classification.
    void unclassified();

private:
    class TaxIncludedChange;
    QPushButton *addTool(const QString &name, Icon sign, const QString &text, const QString &act);
    void makeTools();
    void nameKeys();
    void discount(const InvoiceDraft &discounted);
    void fillRemaining(int row);
    void fillUpTo(Money total);
    void showPaste(const PastePlan &plan);
    void takePaste(const PastePlan &plan);
    void askForClassifications();
    void backToLines();

protected:
    bool event(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    Office &m_office;
    std::shared_ptr<DraftGrammar> m_grammar;
    std::function<InvoiceDraft()> m_draft;
    QHBoxLayout *m_tools;
    QHash<QPushButton *, QString> m_acts; ///< the tools and their keys
    QCheckBox *m_taxIncluded;
    DiscountPanel *m_discount;
    WishPanel *m_wish;
    LineTable *m_lines;
    PastePreview *m_paste;
    ItemPicker *m_items;
    const ImportActs m_importActs;
    ImportPanel *m_import;
    int m_filled = -1; ///< row the wish panel is about
    std::optional<Money> m_wished;
};

} // namespace kp
