// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/line_box.h"

#include "core/rules/discounts.h"
#include "core/rules/totals.h"
#include "ui/kit/import_panel.h"
#include "ui/kit/paste_preview.h"
#include "ui/pages/issuing/draft_grammar.h"
#include "ui/pages/issuing/item_picker.h"
#include "ui/pages/issuing/line_import.h"
#include "ui/pages/issuing/line_panels.h"
#include "ui/pages/issuing/texts.h"
#include "ui/pages/office.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDragEnterEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QUndoCommand>
#include <QUndoStack>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int leastGridPx = 6 * 32 + 4; // the heading and five lines

/// Scrolls the sheet to a part that has come up and is not laid out yet.
void bringIntoSight(QWidget *part)
{
    QTimer::singleShot(0, part, [part] {
        for (QWidget *around = part->parentWidget(); around != nullptr; around = around->parentWidget())
            if (auto *area = qobject_cast<QScrollArea *>(around))
                area->ensureWidgetVisible(part);
    });
}

QVariantList valuesOf(const QList<DraftLine> &lines)
{
    QVariantList values;
    for (const DraftLine &line : lines)
        values.append(QVariant::fromValue(line));
    return values;
}
} // namespace

/// 含税 ⇄ 不含税 as a part of an undo step: the lines change with it.
class LineBox::TaxIncludedChange final : public QUndoCommand
{
public:
    TaxIncludedChange(LineBox &box, bool taxIncluded)
        : m_box(box)
        , m_taxIncluded(taxIncluded)
    {
    }
    void redo() override { m_box.applyTaxIncluded(m_taxIncluded); }
    void undo() override { m_box.applyTaxIncluded(!m_taxIncluded); }

private:
    LineBox &m_box;
    const bool m_taxIncluded;
};

// The parts are made in their visual order: that is the tab order.
LineBox::LineBox(
    Office &office, std::shared_ptr<DraftGrammar> grammar, std::function<InvoiceDraft()> draft, QWidget *parent)
    : Ruled(Qt::LeftEdge | Qt::RightEdge, parent)
    , m_office(office)
    , m_grammar(std::move(grammar))
    , m_draft(std::move(draft))
    , m_tools(new QHBoxLayout)
    , m_importActs(
          lineImport([this](const QList<DraftLine> &lines) { append(lines, IssuingPageText::tr("Import lines")); }))
{
    setAcceptDrops(true);
    makeTools();
    m_discount = new DiscountPanel(this);
    m_wish = new WishPanel(this);
    m_lines = new LineTable(m_grammar, this);
    m_lines->setObjectName(u"lines"_s);
    m_lines->setAccessibleName(IssuingPageText::tr("Lines of the invoice"));
    m_lines->setMinimumHeight(leastGridPx);
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->useKeys(office.desk().memory);
    m_lines->setPastePreviewed(true);
    for (int column = 0; column < m_lines->lines()->columnCount(); ++column) // headings are longer in some languages
        m_lines->setColumnWidth(
            column, std::max(m_lines->columnWidth(column), m_lines->horizontalHeader()->sectionSizeHint(column)));
    m_paste = new PastePreview(*m_lines->lines(), this);
    m_paste->setMinimumHeight(leastGridPx);
    m_paste->hide();
    m_items = new ItemPicker(office, this);
    m_items->setMinimumHeight(leastGridPx);
    m_items->hide();
    m_import = new ImportPanel(m_importActs, m_office.desk(), IssuingPageText::tr("Import lines"), this);
    m_import->setMinimumHeight(leastGridPx);
    m_import->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 1, 0);
    column->setSpacing(0);
    column->addLayout(m_tools);
    column->addWidget(m_discount);
    column->addWidget(m_wish);
    column->addWidget(m_lines, 1);
    column->addWidget(m_paste, 1);
    column->addWidget(m_items, 1);
    column->addWidget(m_import, 1);
    connect(m_lines->lines(), &LineModel::changed, this, &LineBox::edited);
    connect(m_lines, &LineTable::lookUp, m_lines, &LineTable::propose);
    connect(m_lines, &LineTable::fillRemaining, this, &LineBox::fillRemaining);
    connect(m_lines, &LineTable::pasteAsked, this, &LineBox::showPaste);
    connect(m_discount, &DiscountPanel::applied, this, &LineBox::discount);
    connect(m_discount, &FigurePanel::closed, this, &LineBox::backToLines);
    connect(m_wish, &WishPanel::wished, this, &LineBox::fillUpTo);
    connect(m_wish, &FigurePanel::closed, this, &LineBox::backToLines);
    connect(m_items, &ItemPicker::closed, this, &LineBox::backToLines);
    connect(m_items, &ItemPicker::failed, this, &LineBox::failed);
    connect(m_items, &ItemPicker::chosen, this, [this](const QList<Item> &items) {
        QList<DraftLine> added;
        for (const Item &item : items)
            added.append(lineOf(item, m_grammar->isTaxIncluded()));
        backToLines();
        append(added, IssuingPageText::tr("Choose items"));
    });
    connect(m_import, &ImportPanel::closed, this, &LineBox::backToLines);
    connect(m_import, &ImportPanel::taken, this, [this](bool all) {
        if (all) // else the rows that were left out are still to be seen
            backToLines();
    });
    connect(m_paste, &PastePreview::accepted, this, &LineBox::takePaste);
    connect(m_paste, &PastePreview::rejected, this, &LineBox::backToLines);
    nameKeys();
}

LineBox::~LineBox()
{
    // The undo stack speaks to the box: it must not do so while the box's parts go.
    m_lines->lines()->undoStack()->clear();
}

QPushButton *LineBox::addTool(const QString &name, Icon sign, const QString &text, const QString &act)
{
    auto *button = new QPushButton(icon(sign), text, this);
    button->setObjectName(name);
    button->setProperty("role", u"link"_s);
    m_tools->addWidget(button);
    m_acts.insert(button, act);
    return button;
}

void LineBox::makeTools()
{
    m_tools->setContentsMargins(grid(1), 4, 12, 4);
    auto *add = addTool(u"line.add"_s, Icon::Add, IssuingPageText::tr("Add line"), u"grid.addLine"_s);
    auto *copy = addTool(u"line.copy"_s, Icon::Copy, IssuingPageText::tr("Copy line"), u"grid.copyLine"_s);
    auto *remove = addTool(u"line.remove"_s, Icon::Remove, IssuingPageText::tr("Remove line"), u"grid.removeLine"_s);
    auto *discount = addTool(u"line.discount"_s, Icon::None, IssuingPageText::tr("Discount"), u"sheet.discount"_s);
    auto *items = addTool(u"line.items"_s, Icon::Bookmark, IssuingPageText::tr("Choose items"), u"sheet.choose"_s);
    auto *import = addTool(u"line.import"_s, Icon::List, IssuingPageText::tr("Import lines"), u"sheet.import"_s);
    m_tools->addStretch(1);
    m_taxIncluded = new QCheckBox(IssuingPageText::tr("Prices include tax"), this);
    m_taxIncluded->setObjectName(u"taxIncluded"_s);
    m_taxIncluded->setChecked(true);
    m_tools->addWidget(m_taxIncluded);
    connect(add, &QPushButton::clicked, this, [this] { m_lines->addLine(); });
    connect(copy, &QPushButton::clicked, this, [this] { m_lines->copyLine(); });
    connect(remove, &QPushButton::clicked, this, [this] { m_lines->removeLine(); });
    connect(discount, &QPushButton::clicked, this, &LineBox::openDiscount);
    connect(items, &QPushButton::clicked, this, &LineBox::openItems);
    connect(import, &QPushButton::clicked, this, [this] { openImport({}); });
    connect(m_taxIncluded, &QCheckBox::clicked, this, &LineBox::switchTaxIncluded);
    const DeskMemory &memory = m_office.desk().memory;
    connect(new ActShortcut(u"sheet.discount"_s, memory, this), &QShortcut::activated, this, &LineBox::openDiscount);
    connect(new ActShortcut(u"sheet.choose"_s, memory, this, Qt::WindowShortcut), &QShortcut::activated, this, [this] {
        if (isVisible())
            openItems();
    });
    connect(new ActShortcut(u"sheet.import"_s, memory, this, Qt::WindowShortcut), &QShortcut::activated, this, [this] {
        if (isVisible())
            openImport({});
    });
    connect(new ActShortcut(u"sheet.price"_s, memory, this, Qt::WindowShortcut), &QShortcut::activated, this, [this] {
        if (isVisible())
            switchTaxIncluded(!m_grammar->isTaxIncluded());
    });
}

void LineBox::nameKeys()
{
    const DeskMemory &memory = m_office.desk().memory;
    for (auto it = m_acts.cbegin(); it != m_acts.cend(); ++it)
        it.key()->setToolTip(
            IssuingPageText::tr("%1 (%2)").arg(it.key()->text(), shownKeys(keysOf(it.value(), memory))));
    m_taxIncluded->setToolTip(
        IssuingPageText::tr("Show and type prices with or without tax (%1); the invoice stays the same")
            .arg(shownKeys(keysOf(u"sheet.price"_s, memory))));
}

bool LineBox::event(QEvent *event)
{
    if (event->type() == keysChangedEvent())
        nameKeys();
    return Ruled::event(event);
}

void LineBox::load(const QList<DraftLine> &lines)
{
    closePanels();
    m_wished.reset();
    m_lines->lines()->load(valuesOf(lines));
}

void LineBox::append(const QList<DraftLine> &lines, const QString &what)
{
    m_lines->commitEditor();
    LineModel *model = m_lines->lines();
    const QVariantList before = model->values();
    QVariantList all = before + valuesOf(lines);
    model->replaceAll(all, what);
    m_lines->goTo(static_cast<int>(before.size()), u"quantity"_s);
    askForClassifications();
}

void LineBox::switchTaxIncluded(bool taxIncluded)
{
    m_lines->commitEditor();
    closePanels();
    const InvoiceDraft switched = rules::switchTaxIncluded(m_draft(), taxIncluded);
    QUndoStack *undo = m_lines->lines()->undoStack();
    undo->beginMacro(m_taxIncluded->text());
    undo->push(new TaxIncludedChange(*this, taxIncluded));
    if (!switched.lines.isEmpty())
        m_lines->lines()->replaceAll(valuesOf(switched.lines), m_taxIncluded->text());
    undo->endMacro();
    Q_EMIT edited();
}

void LineBox::applyTaxIncluded(bool taxIncluded)
{
    m_grammar->setTaxIncluded(taxIncluded);
    m_taxIncluded->setChecked(taxIncluded);
    m_lines->horizontalHeader()->viewport()->update();
}

void LineBox::closePanels()
{
    m_discount->hide();
    m_wish->hide();
    m_paste->hide();
    m_items->hide();
    m_import->hide();
    m_lines->show();
}

void LineBox::openImport(const QString &path)
{
    m_lines->commitEditor();
    closePanels();
    m_import->begin();
    m_import->show();
    m_import->setFocus(Qt::OtherFocusReason);
    m_lines->hide(); // after the focus has left it
    bringIntoSight(m_import);
    if (!path.isEmpty())
        m_import->tryOut(path);
}

void LineBox::dragEnterEvent(QDragEnterEvent *event)
{
    if (!draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void LineBox::dropEvent(QDropEvent *event)
{
    openImport(draggedFile(event->mimeData()));
}

void LineBox::openItems()
{
    m_lines->commitEditor();
    closePanels();
    m_items->open();
    m_lines->hide();
    bringIntoSight(m_items);
}

void LineBox::backToLines()
{
    // The focus first: it would go on by itself from what is hidden, and the grid to another cell with it.
    m_lines->show();
    m_lines->setFocus(Qt::OtherFocusReason);
    closePanels();
}

void LineBox::openDiscount()
{
    m_lines->commitEditor();
    closePanels();
    const InvoiceDraft draft = m_draft();
    QList<qsizetype> lines;
    for (const int row : m_lines->chosenRows()) {
        const int line = m_lines->lines()->lineOf(row);
        if (line >= 0 && draft.lines.at(line).amount.value_or(Money()) > Money())
            lines.append(line);
    }
    if (lines.isEmpty())
        Q_EMIT told(IssuingPageText::tr("Choose lines that have an amount; a discount is taken off that."));
    else
        m_discount->open(draft, lines);
}

void LineBox::discount(const InvoiceDraft &discounted)
{
    QMap<int, QVariant> changed;
    for (int line = 0; line < discounted.lines.size(); ++line)
        if (const int row = m_lines->lines()->rowOf(line);
            row >= 0 && m_lines->lines()->line(row).value.value<DraftLine>() != discounted.lines.at(line))
            changed.insert(row, QVariant::fromValue(discounted.lines.at(line)));
    m_lines->lines()->putValues(changed, IssuingPageText::tr("Discount"));
    backToLines();
}

void LineBox::fillRemaining(int row)
{
    m_filled = row;
    if (m_wished)
        fillUpTo(*m_wished);
    else
        m_wish->open(m_wished);
}

void LineBox::fillUpTo(Money total)
{
    m_wished = total;
    LineModel *model = m_lines->lines();
    InvoiceDraft draft = m_draft();
    qsizetype line = model->lineOf(m_filled);
    if (line < 0) { // a blank line is not among those of the draft
        line = draft.lines.size();
        draft.lines.append(model->line(m_filled).value.value<DraftLine>());
    }
    const auto filled = rules::filledUpTo(draft, line, total);
    if (!filled) {
        m_wished.reset();
        m_wish->open(total);
        Q_EMIT told(IssuingPageText::tr("The other lines come to ¥%1 already.").arg(total.toGrouped()));
        return;
    }
    model->putValues({{m_filled, QVariant::fromValue(*filled)}}, IssuingPageText::tr("Fill in"));
    backToLines();
    draft.lines[line] = *filled;
    if (const Money reached = rules::compose(draft).totals.gross(); reached != total)
        Q_EMIT told(IssuingPageText::tr("No whole fen without tax comes to ¥%1: the invoice comes to ¥%2.")
                        .arg(total.toGrouped(), reached.toGrouped()));
}

void LineBox::showPaste(const PastePlan &plan)
{
    closePanels();
    m_paste->show(plan);
    m_lines->hide(); // after the focus has left it
    bringIntoSight(m_paste);
}

void LineBox::takePaste(const PastePlan &plan)
{
    backToLines();
    m_lines->paste(plan);
    askForClassifications();
}

void LineBox::askForClassifications()
{
    const QList<DraftLine> lines = m_lines->lines()->lines<DraftLine>();
    const bool isOpen = std::any_of(lines.begin(), lines.end(),
        [](const DraftLine &line) { return line.classification.isEmpty() && !line.item.isEmpty(); });
    if (isOpen)
        Q_EMIT unclassified();
}

} // namespace kp
