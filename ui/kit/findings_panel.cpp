// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/findings_panel.h"

#include "ui/kit/icons.h"
#include "ui/kit/texts.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int findingRowPx = 28;
constexpr int mostFindingsShown = 5;
} // namespace

FindingsPanel::FindingsPanel(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"findings"_s);
    setProperty("card", true);
    m_title->setFont(textFont(0, true));
    m_list->setObjectName(u"findings.list"_s);
    m_list->setAccessibleName(KitText::tr("Findings"));
    m_list->setFrameShape(NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, grid(1), 12, grid(1));
    column->setSpacing(grid(1) / 2);
    column->addWidget(m_title);
    column->addWidget(m_list);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();

    const auto go = [this](const QListWidgetItem *item) {
        const Finding finding = m_findings.at(m_list->row(item));
        Q_EMIT activated(finding.field, finding.line);
    };
    connect(m_list, &QListWidget::itemClicked, this, go);
    connect(m_list, &QListWidget::itemActivated, this, go);
}

void FindingsPanel::show(const QList<Finding> &findings)
{
    if (findings == m_findings)
        return;
    m_findings = findings;
    std::stable_sort(m_findings.begin(), m_findings.end(),
        [](const Finding &a, const Finding &b) { return a.severity < b.severity; });
    const auto errors = std::count_if(m_findings.begin(), m_findings.end(),
        [](const Finding &finding) { return finding.severity == Severity::Error; });
    QStringList title;
    if (errors > 0)
        title.append(KitText::tr("Errors: %1").arg(errors));
    if (errors < m_findings.size())
        title.append(KitText::tr("Warnings: %1").arg(m_findings.size() - errors));
    m_title->setText(title.join(u"   ·   "_s));

    m_list->clear();
    for (const Finding &finding : std::as_const(m_findings)) {
        const Tone tone = finding.severity == Severity::Error ? Tone::Error : Tone::Warning;
        const QString text =
            finding.line < 0 ? finding.text : KitText::tr("Line %1: %2").arg(finding.line + 1).arg(finding.text);
        auto *item = new QListWidgetItem(icon(iconOf(tone), tone), text, m_list);
        item->setSizeHint({0, findingRowPx});
        item->setToolTip(text);
    }
    const auto rows = std::min<qsizetype>(m_findings.size(), mostFindingsShown);
    m_list->setFixedHeight(static_cast<int>(rows) * findingRowPx + 2);
    setVisible(!m_findings.isEmpty());
}

} // namespace kp
