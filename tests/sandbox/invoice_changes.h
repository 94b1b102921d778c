// SPDX-License-Identifier: GPL-3.0-or-later
// Ways to change the good invoice of practice.h, so that it just passes or just fails a rule.
#pragma once

#include "tests/sandbox/practice.h"

#include <functional>

namespace practice
{

using Change = std::function<void(QJsonObject &)>;

inline Change head(const QString &field, const QJsonValue &value)
{
    return [=](QJsonObject &invoice) { invoice.insert(field, value); };
}

/// Changes members of the line at that place.
inline Change line(qsizetype at, const QJsonObject &members)
{
    return [=](QJsonObject &invoice) {
        QJsonArray lines = invoice.value(u"fpmxList"_s).toArray();
        QJsonObject changed = lines.at(at).toObject();
        for (auto it = members.begin(); it != members.end(); ++it)
            changed.insert(it.key(), it.value());
        lines.replace(at, changed);
        invoice.insert(u"fpmxList"_s, lines);
    };
}

inline Change all(const QList<Change> &changes)
{
    return [=](QJsonObject &invoice) {
        for (const Change &change : changes)
            change(invoice);
    };
}

inline Change totals(const QString &net, const QString &tax, const QString &gross)
{
    return all({head(u"hjje"_s, net), head(u"hjse"_s, tax), head(u"jshj"_s, gross)});
}

inline Change lines(const QJsonArray &list)
{
    return head(u"fpmxList"_s, list);
}

/// One line of 100.00 with this code and rate; the tax follows from the rate.
inline QJsonObject item(const QString &code, const QString &shortName, const QString &rate, const QString &tax,
    const QString &preference = {})
{
    QJsonObject out = Practice::line();
    out.insert(u"sphfwssflhbbm"_s, code);
    out.insert(u"spfwjc"_s, shortName);
    out.insert(u"xmmc"_s, u"演练"_s);
    out.insert(u"hwhyslwfwmc"_s, u"*"_s + shortName + u"*演练"_s);
    out.insert(u"slv"_s, rate);
    out.insert(u"se"_s, tax);
    out.insert(u"hsje"_s, QString::number(100 + tax.section(u'.', 0, 0).toInt()) + u'.' + tax.section(u'.', 1));
    out.insert(u"yhzcbs"_s, preference);
    return out;
}

inline Change single(const QJsonObject &only)
{
    return all({lines({only}), totals(u"100.00"_s, only.value(u"se"_s).toString(), only.value(u"hsje"_s).toString())});
}

inline QJsonObject numbered(QJsonObject object, int number)
{
    object.insert(u"mxxh"_s, number);
    return object;
}

/// The good invoice's line, discounted by so much.
inline Change discount(const QJsonObject &discountChange = {}, const QString &net = u"-10.00"_s,
    const QString &tax = u"-1.30"_s, const QString &gross = u"-11.30"_s)
{
    QJsonObject off = Practice::line(2);
    for (const QString &name : {u"ggxh"_s, u"dw"_s, u"sl"_s, u"dj"_s})
        off.insert(name, QString());
    off.insert(u"je"_s, net);
    off.insert(u"se"_s, tax);
    off.insert(u"hsje"_s, gross);
    off.insert(u"fphxz"_s, u"01"_s);
    for (auto it = discountChange.begin(); it != discountChange.end(); ++it)
        off.insert(it.key(), it.value());
    QJsonObject whole = Practice::line(1);
    whole.insert(u"fphxz"_s, u"02"_s);
    return all({lines({whole, off}), totals(u"90.00"_s, u"11.70"_s, u"101.70"_s)});
}

/// So many seconds before the moment at which a Practice begins.
inline QString stampAgo(qint64 seconds)
{
    return kp::Clock::stamp(kp::Clock::parseChinaTime(u"2026-06-17 10:00:00"_s).addSecs(-seconds));
}

} // namespace practice

Q_DECLARE_METATYPE(practice::Change)
