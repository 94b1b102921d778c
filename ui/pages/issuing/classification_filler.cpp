// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/classification_filler.h"

#include "core/domain/invoice.h"
#include "ui/kit/futures.h"
#include "ui/kit/line_model.h"
#include "ui/pages/issuing/texts.h"

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

ClassificationFiller::ClassificationFiller(LineModel &lines, QObject *parent)
    : QObject(parent)
    , m_lines(lines)
    , m_item(lines.columnOf(u"item"_s))
{
}

QHash<int, QString> ClassificationFiller::open() const
{
    QHash<int, QString> out;
    for (int row = 0; row < m_lines.rowCount(); ++row) {
        const auto line = m_lines.line(row).value.value<DraftLine>();
        if (line.classification.isEmpty() && !line.item.trimmed().isEmpty())
            out.insert(row, line.item.trimmed());
    }
    return out;
}

void ClassificationFiller::begin()
{
    const QHash<int, QString> wanted = open();
    m_waiting = wanted.values();
    m_waiting.removeDuplicates();
    next();
}

/// One after the other: the answers come from a pool that the window shares.
void ClassificationFiller::next()
{
    if (m_waiting.isEmpty()) {
        report();
        connect(&m_lines, &LineModel::changed, this, &ClassificationFiller::report);
        return;
    }
    const QString item = m_waiting.takeFirst();
    then(this, m_lines.grammar().proposals(m_lines.grammar().blank(), m_item, item),
        [this, item](const QList<Proposal> &proposals) {
            if (!proposals.isEmpty())
                m_best.insert(item, proposals.constFirst());
            next();
        });
}

void ClassificationFiller::report()
{
    const QStringList items = open().values();
    const auto known =
        std::count_if(items.begin(), items.end(), [this](const QString &item) { return m_best.contains(item); });
    const std::pair now(static_cast<int>(known), static_cast<int>(items.size()));
    if (m_reported != now)
        Q_EMIT found(now.first, now.second);
    m_reported = now;
}

void ClassificationFiller::fill()
{
    QMap<int, QVariant> changed;
    const QHash<int, QString> wanted = open();
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it)
        if (const auto best = m_best.constFind(*it); best != m_best.constEnd()) {
            QVariant line = m_lines.line(it.key()).value;
            const std::optional<TaxRate> given = line.value<DraftLine>().rate;
            m_lines.grammar().accept(line, m_item, *best);
            auto classified = line.value<DraftLine>();
            if (given) // what stood in the file counts more than what is usual
                classified.rate = given;
            changed.insert(it.key(), QVariant::fromValue(classified));
        }
    m_lines.putValues(changed, IssuingPageText::tr("Classification codes"));
}

} // namespace kp
