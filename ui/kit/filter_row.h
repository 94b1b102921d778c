// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/kit/spec.h"

#include <QFrame>

class QPushButton;

namespace kp
{

/// The filters of a list; values as in ListQuery::values.
class FilterRow : public QFrame
{
    Q_OBJECT
public:
    FilterRow(const QList<FilterSpec> &filters, const Clock &clock, QWidget *parent = nullptr);
    [[nodiscard]] QMap<QString, QString> values() const;
    /// The same for keeping: a preset period by its name ("issuedAt.preset"), so that this month stays this month.
    [[nodiscard]] QMap<QString, QString> kept() const;
    /// Takes both forms. Does not emit changed().
    void setValues(const QMap<QString, QString> &values);
    /// How many filters narrow the list.
    [[nodiscard]] int active() const;

Q_SIGNALS:
    void changed();

private:
    /// One control: how it is read and written.
    struct Control {
        std::function<void(QMap<QString, QString> &)> read;
        std::function<void(const QMap<QString, QString> &)> write;
        std::function<void(QMap<QString, QString> &)> keep = {}; ///< where it differs from reading
    };
    Control addControl(const FilterSpec &filter, const Clock &clock, QWidget *holder);
    Control addChoice(const FilterSpec &filter, QWidget *holder);
    Control addPeriod(const FilterSpec &filter, const Clock &clock, QWidget *holder);
    Control addText(const FilterSpec &filter, QWidget *holder);
    Control addFlag(const FilterSpec &filter, QWidget *holder);

    QList<Control> m_controls;
    QPushButton *m_clear;
};

} // namespace kp
