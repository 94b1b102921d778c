// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/period_picker.h"

#include "ui/kit/day_edit.h"
#include "ui/kit/texts.h"
#include "ui/kit/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
struct PresetRow {
    PeriodPreset preset;
    const char *name; ///< as it is kept
    const char *label;
};
constexpr PresetRow presets[] = {
    {PeriodPreset::All, "", QT_TRANSLATE_NOOP("Kit", "Any time")},
    {PeriodPreset::Today, "today", QT_TRANSLATE_NOOP("Kit", "Today")},
    {PeriodPreset::Yesterday, "yesterday", QT_TRANSLATE_NOOP("Kit", "Yesterday")},
    {PeriodPreset::ThisMonth, "thisMonth", QT_TRANSLATE_NOOP("Kit", "This month")},
    {PeriodPreset::LastMonth, "lastMonth", QT_TRANSLATE_NOOP("Kit", "Last month")},
    {PeriodPreset::ThisQuarter, "thisQuarter", QT_TRANSLATE_NOOP("Kit", "This quarter")},
    {PeriodPreset::ThisYear, "thisYear", QT_TRANSLATE_NOOP("Kit", "This year")},
    {PeriodPreset::Own, "", QT_TRANSLATE_NOOP("Kit", "From … to …")},
};
} // namespace

Period periodOf(PeriodPreset preset, QDate today)
{
    const QDate month(today.year(), today.month(), 1);
    const QDate quarter(today.year(), (today.month() - 1) / 3 * 3 + 1, 1);
    switch (preset) {
    case PeriodPreset::Today:
        return {today, today};
    case PeriodPreset::Yesterday:
        return {today.addDays(-1), today.addDays(-1)};
    case PeriodPreset::ThisMonth:
        return {month, month.addMonths(1).addDays(-1)};
    case PeriodPreset::LastMonth:
        return {month.addMonths(-1), month.addDays(-1)};
    case PeriodPreset::ThisQuarter:
        return {quarter, quarter.addMonths(3).addDays(-1)};
    case PeriodPreset::ThisYear:
        return {QDate(today.year(), 1, 1), QDate(today.year(), 12, 31)};
    case PeriodPreset::All:
    case PeriodPreset::Own:
        break;
    }
    return {};
}

PeriodPicker::PeriodPicker(const QString &label, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_presets(new QComboBox(this))
    , m_from(new DayEdit(u"from"_s, KitText::tr("%1: first day").arg(label), this))
    , m_dash(new QLabel(u"–"_s, this))
    , m_to(new DayEdit(u"to"_s, KitText::tr("%1: last day").arg(label), this))
{
    m_presets->setObjectName(u"preset"_s);
    m_presets->setAccessibleName(label);
    for (const PresetRow &row : presets)
        m_presets->addItem(KitText::tr(row.label), static_cast<int>(row.preset));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid(1) / 2);
    row->addWidget(m_presets);
    row->addWidget(m_from);
    row->addWidget(m_dash);
    row->addWidget(m_to);
    showDays(false);

    connect(m_presets, &QComboBox::currentIndexChanged, this, [this] {
        const bool own = preset() == PeriodPreset::Own;
        if (own && !m_from->isVisibleTo(this)) { // begin with what is likely meant: this month so far
            const QSignalBlocker quietFrom(m_from);
            const QSignalBlocker quietTo(m_to);
            const QDate today = m_clock.today();
            m_from->setDate(periodOf(PeriodPreset::ThisMonth, today).from);
            m_to->setDate(today);
        }
        showDays(own);
        Q_EMIT changed();
    });
    connect(m_from, &QDateEdit::dateChanged, this, &PeriodPicker::changed);
    connect(m_to, &QDateEdit::dateChanged, this, &PeriodPicker::changed);
}

PeriodPreset PeriodPicker::preset() const
{
    return static_cast<PeriodPreset>(m_presets->currentData().toInt());
}

Period PeriodPicker::period() const
{
    if (preset() == PeriodPreset::Own)
        return {m_from->date(), m_to->date()};
    return periodOf(preset(), m_clock.today());
}

void PeriodPicker::setPeriod(const Period &period)
{
    const QSignalBlocker quiet(m_presets);
    const QSignalBlocker quietFrom(m_from);
    const QSignalBlocker quietTo(m_to);
    const QDate today = m_clock.today();
    const auto known = std::find_if(std::begin(presets), std::end(presets),
        [&](const PresetRow &row) { return periodOf(row.preset, today) == period; });
    const PeriodPreset chosen = known == std::end(presets) ? PeriodPreset::Own : known->preset;
    m_presets->setCurrentIndex(m_presets->findData(static_cast<int>(chosen)));
    if (chosen == PeriodPreset::Own) {
        m_from->setDate(period.from.isValid() ? period.from : m_from->minimumDate());
        m_to->setDate(period.to.isValid() ? period.to : today);
    }
    showDays(chosen == PeriodPreset::Own);
}

QString PeriodPicker::presetName() const
{
    const auto row = std::find_if(
        std::begin(presets), std::end(presets), [this](const PresetRow &one) { return one.preset == preset(); });
    return QString::fromLatin1(row->name);
}

bool PeriodPicker::setPreset(const QString &name)
{
    const auto row = std::find_if(std::begin(presets), std::end(presets),
        [&](const PresetRow &one) { return !name.isEmpty() && name == QLatin1StringView(one.name); });
    if (row == std::end(presets))
        return false;
    const QSignalBlocker quiet(m_presets);
    m_presets->setCurrentIndex(m_presets->findData(static_cast<int>(row->preset)));
    showDays(false);
    return true;
}

void PeriodPicker::showDays(bool own)
{
    m_from->setVisible(own);
    m_dash->setVisible(own);
    m_to->setVisible(own);
    updateGeometry();
}

} // namespace kp
