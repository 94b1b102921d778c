// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/filter_row.h"

#include "ui/kit/flow_layout.h"
#include "ui/kit/period_picker.h"
#include "ui/kit/texts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
void put(QMap<QString, QString> &values, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        values.insert(key, value);
}

template<class W>
W *placed(W *control, const FilterSpec &filter, QWidget *holder)
{
    control->setObjectName(u"filter."_s + filter.key);
    control->setAccessibleName(filter.label);
    holder->layout()->addWidget(control);
    return control;
}
} // namespace

FilterRow::FilterRow(const QList<FilterSpec> &filters, const Clock &clock, QWidget *parent)
    : QFrame(parent)
{
    setObjectName(u"filters"_s);
    setProperty("card", true);
    auto *fields = new QWidget(this);
    auto *flow = new FlowLayout(grid(2), grid(1), fields);
    for (const FilterSpec &filter : filters) {
        auto *holder = new QWidget(fields);
        auto *row = new QHBoxLayout(holder);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(grid(1));
        if (filter.kind != FilterSpec::Kind::Flag)
            row->addWidget(new QLabel(filter.label, holder));
        m_controls.append(addControl(filter, clock, holder));
        flow->addWidget(holder);
    }
    m_clear = new QPushButton(KitText::tr("Clear filters"), this);
    m_clear->setObjectName(u"filters.clear"_s);
    m_clear->setProperty("role", u"link"_s);
    // Beside the fields, however many rows they take: it never stands alone in one.
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, grid(1), 12, grid(1));
    row->setSpacing(grid(2));
    row->addWidget(fields, 1);
    row->addWidget(m_clear, 0, Qt::AlignTop);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        setValues({});
        Q_EMIT changed();
    });
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

FilterRow::Control FilterRow::addControl(const FilterSpec &filter, const Clock &clock, QWidget *holder)
{
    switch (filter.kind) {
    case FilterSpec::Kind::Choice:
        return addChoice(filter, holder);
    case FilterSpec::Kind::Period:
        return addPeriod(filter, clock, holder);
    case FilterSpec::Kind::Flag:
        return addFlag(filter, holder);
    case FilterSpec::Kind::Text:
        break;
    }
    return addText(filter, holder);
}

FilterRow::Control FilterRow::addChoice(const FilterSpec &filter, QWidget *holder)
{
    auto *box = placed(new QComboBox(holder), filter, holder);
    box->addItem(KitText::tr("All"), QString());
    for (const Word &word : filter.words)
        box->addItem(word.text, word.code);
    connect(box, &QComboBox::currentIndexChanged, this, &FilterRow::changed);
    return {[box, key = filter.key](QMap<QString, QString> &out) { put(out, key, box->currentData().toString()); },
        [box, key = filter.key](const QMap<QString, QString> &in) {
            const QSignalBlocker quiet(box);
            box->setCurrentIndex(std::max(0, box->findData(in.value(key))));
        }};
}

FilterRow::Control FilterRow::addPeriod(const FilterSpec &filter, const Clock &clock, QWidget *holder)
{
    auto *picker = placed(new PeriodPicker(filter.label, clock, holder), filter, holder);
    connect(picker, &PeriodPicker::changed, this, &FilterRow::changed);
    const QString from = filter.key + u".from"_s;
    const QString to = filter.key + u".to"_s;
    const QString preset = filter.key + u".preset"_s;
    const auto read = [picker, from, to](QMap<QString, QString> &out) {
        const Period period = picker->period();
        put(out, from, period.from.toString(Qt::ISODate));
        put(out, to, period.to.toString(Qt::ISODate));
    };
    return {read,
        [picker, from, to, preset](const QMap<QString, QString> &in) {
            const auto day = [&in](const QString &key) { return QDate::fromString(in.value(key), Qt::ISODate); };
            if (!picker->setPreset(in.value(preset)))
                picker->setPeriod({day(from), day(to)});
        },
        [picker, preset, read](QMap<QString, QString> &out) {
            const QString name = picker->presetName();
            put(out, preset, name);
            if (name.isEmpty())
                read(out);
        }};
}

FilterRow::Control FilterRow::addText(const FilterSpec &filter, QWidget *holder)
{
    auto *edit = placed(new QLineEdit(holder), filter, holder);
    edit->setClearButtonEnabled(true);
    edit->setFixedWidth(grid(22));
    connect(edit, &QLineEdit::textChanged, this, &FilterRow::changed);
    return {[edit, key = filter.key](QMap<QString, QString> &out) { put(out, key, edit->text().trimmed()); },
        [edit, key = filter.key](const QMap<QString, QString> &in) {
            const QSignalBlocker quiet(edit);
            edit->setText(in.value(key));
        }};
}

FilterRow::Control FilterRow::addFlag(const FilterSpec &filter, QWidget *holder)
{
    auto *box = placed(new QCheckBox(filter.label, holder), filter, holder);
    connect(box, &QCheckBox::clicked, this, &FilterRow::changed);
    return {
        [box, key = filter.key](QMap<QString, QString> &out) { put(out, key, box->isChecked() ? u"1"_s : QString()); },
        [box, key = filter.key](const QMap<QString, QString> &in) { box->setChecked(in.value(key) == "1"_L1); }};
}

QMap<QString, QString> FilterRow::values() const
{
    QMap<QString, QString> out;
    for (const Control &control : m_controls)
        control.read(out);
    return out;
}

QMap<QString, QString> FilterRow::kept() const
{
    QMap<QString, QString> out;
    for (const Control &control : m_controls)
        (control.keep ? control.keep : control.read)(out);
    return out;
}

void FilterRow::setValues(const QMap<QString, QString> &values)
{
    for (const Control &control : m_controls)
        control.write(values);
}

int FilterRow::active() const
{
    int narrowing = 0;
    for (const Control &control : m_controls) {
        QMap<QString, QString> out;
        control.read(out);
        narrowing += out.isEmpty() ? 0 : 1;
    }
    return narrowing;
}

} // namespace kp
