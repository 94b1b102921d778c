// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;

namespace kp
{

/// Two days, both inclusive; an invalid one is open.
struct Period {
    QDate from;
    QDate to;
    friend bool operator==(const Period &, const Period &) = default;
};

enum class PeriodPreset { All, Today, Yesterday, ThisMonth, LastMonth, ThisQuarter, ThisYear, Own };
/// What a preset means on a day; for Own and All an open period.
Period periodOf(PeriodPreset preset, QDate today);

class PeriodPicker : public QWidget
{
    Q_OBJECT
public:
    PeriodPicker(const QString &label, const Clock &clock, QWidget *parent = nullptr);
    [[nodiscard]] Period period() const;
    /// Shows it as the preset it is today, else as two days.
    void setPeriod(const Period &period);
    /// "thisMonth"; empty when it is two days of the clerk's own, or open.
    [[nodiscard]] QString presetName() const;
    /// False when there is no such preset.
    bool setPreset(const QString &name);

Q_SIGNALS:
    void changed();

private:
    void showDays(bool own);
    [[nodiscard]] PeriodPreset preset() const;

    const Clock &m_clock;
    QComboBox *m_presets;
    QDateEdit *m_from;
    QLabel *m_dash;
    QDateEdit *m_to;
};

} // namespace kp
