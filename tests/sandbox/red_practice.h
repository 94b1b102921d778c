// SPDX-License-Identifier: GPL-3.0-or-later
// A platform with blue invoices to reverse: the technology company sells, the trade company buys.
#pragma once

#include "tests/sandbox/invoice_changes.h"

namespace practice
{

class RedPractice : public Practice
{
public:
    RedPractice()
    {
        download(technology(), u"1000000.00"_s);
        m_first = numbers(technology(), 900);
    }

    [[nodiscard]] const Company &seller() const { return technology(); }
    [[nodiscard]] const Company &buyer() const { return trade(); }
    /// The next of the seller's numbers.
    QString number() { return m_first.chopped(3) + QString::number(++m_used).rightJustified(3, u'0'); }

    /// Issues the good invoice, sold to the trade company and changed like this; its number.
    QString blue(const Change &change = [](QJsonObject &) {})
    {
        QJsonObject made = invoice(seller(), number());
        made.insert(u"gmfnsrsbh"_s, buyer().taxNumber);
        made.insert(u"gmfmc"_s, buyer().name);
        change(made);
        const QJsonObject result = settled(seller(), made);
        if (result.value(u"status"_s) != u"00"_s)
            qFatal("%s", qUtf8Printable(result.value(u"message"_s).toString()));
        return made.value(u"fphm"_s).toString();
    }
    QJsonObject use(const QString &number, const QString &member, const QString &code)
    {
        return control("/control/use", compact({{u"number"_s, number}, {member, code}}));
    }
    /// An invoice its buyer has posted.
    QString usedBlue(const Change &change = [](QJsonObject &) {})
    {
        QString made = blue(change);
        use(made, u"posted"_s, u"02"_s);
        return made;
    }

    /// A line that reverses the good invoice's line whole.
    static QJsonObject redLine(int number = 1)
    {
        return {{u"lzmxxh"_s, number}, {u"xh"_s, number}, {u"sphfwssflhbbm"_s, u"1060402010100000000"_s},
            {u"hwhyslwfwmc"_s, u"*文具*演练钢笔"_s}, {u"spfwjc"_s, u"文具"_s}, {u"xmmc"_s, u"演练钢笔"_s},
            {u"ggxh"_s, QString()}, {u"dw"_s, u"支"_s}, {u"fpspdj"_s, u"50"_s}, {u"fpspsl"_s, u"-2"_s},
            {u"je"_s, u"-100.00"_s}, {u"sl1"_s, u"0.13"_s}, {u"se"_s, u"-13.00"_s}};
    }
    /// The application that reverses the good invoice whole, by its seller or by its buyer.
    [[nodiscard]] QJsonObject application(const QString &blueNumber, const QString &side = u"0"_s) const
    {
        return {{u"lrfsf"_s, side}, {u"xsfnsrsbh"_s, seller().taxNumber}, {u"xsfmc"_s, seller().name},
            {u"gmfnsrsbh"_s, buyer().taxNumber}, {u"gmfmc"_s, buyer().name}, {u"lzfphm"_s, blueNumber},
            {u"sfzzfpbz"_s, u"N"_s}, {u"lzkprq"_s, issueTime()}, {u"lzhjje"_s, u"100.00"_s}, {u"lzhjse"_s, u"13.00"_s},
            {u"lzfppzDm"_s, u"02"_s}, {u"hzcxje"_s, u"-100.00"_s}, {u"hzcxse"_s, u"-13.00"_s}, {u"chyyDm"_s, u"02"_s},
            {u"hzqrdmxList"_s, QJsonArray{redLine()}}};
    }
    Answered apply(const QJsonObject &application)
    {
        const bool bySeller = application.value(u"lrfsf"_s) != u"1"_s;
        return call(bySeller ? seller() : buyer(), "QDHZQRDSQ", application);
    }
    Answered answer(const Company &company, const QString &uuid, const QString &kind)
    {
        return call(company, "QDHZQRDQR",
            {{u"xsfnsrsbh"_s, seller().taxNumber}, {u"uuid"_s, uuid},
                {u"hzqrdbh"_s, detail(uuid).text(u"hzfpxxqrdbh"_s)}, {u"qrlx"_s, kind}});
    }
    Answered detail(const QString &uuid)
    {
        return call(seller(), "CXQDHZQRDMX", {{u"uuid"_s, uuid}, {u"xsfnsrsbh"_s, seller().taxNumber}});
    }
    QString state(const QString &uuid) { return detail(uuid).text(u"hzqrxxztDm"_s); }
    QJsonObject act(const QString &act, const QString &uuid, const QString &side = {})
    {
        return control("/control/red", compact({{u"act"_s, act}, {u"uuid"_s, uuid}, {u"side"_s, side}}));
    }

    /// The red invoice of a form for the whole good invoice.
    QJsonObject red(const Answered &form, const QString &blueNumber)
    {
        QJsonObject made = invoice(seller(), number());
        made.insert(u"lzfpbz"_s, u"1"_s);
        made.insert(u"gmfnsrsbh"_s, buyer().taxNumber);
        made.insert(u"gmfmc"_s, buyer().name);
        made.insert(u"dylzfphm"_s, blueNumber);
        made.insert(u"hzqrxxdbh"_s, form.text(u"hzfpxxqrdbh"_s));
        made.insert(u"hzqrduuid"_s, form.text(u"uuid"_s));
        practice::line(0, {{u"dylzfpmxxh"_s, 1}, {u"sl"_s, u"-2"_s}, {u"je"_s, u"-100.00"_s}, {u"se"_s, u"-13.00"_s},
                              {u"hsje"_s, u"-113.00"_s}})(made);
        totals(u"-100.00"_s, u"-13.00"_s, u"-113.00"_s)(made);
        return made;
    }

private:
    QString m_first;
    int m_used = 0;
};

/// Changes members of the line of an application at that place.
inline Change redLine(qsizetype at, const QJsonObject &members)
{
    return [=](QJsonObject &application) {
        QJsonArray lines = application.value(u"hzqrdmxList"_s).toArray();
        QJsonObject changed = lines.at(at).toObject();
        for (auto it = members.begin(); it != members.end(); ++it)
            changed.insert(it.key(), it.value());
        lines.replace(at, changed);
        application.insert(u"hzqrdmxList"_s, lines);
    };
}

inline Change redTotals(const QString &net, const QString &tax)
{
    return all({head(u"hzcxje"_s, net), head(u"hzcxse"_s, tax)});
}

/// The only line of an application, and so its totals.
inline Change part(const QString &quantity, const QString &net, const QString &tax)
{
    return all({redLine(0, {{u"fpspsl"_s, quantity}, {u"fpspdj"_s, quantity.isEmpty() ? QString() : u"50"_s},
                               {u"je"_s, net}, {u"se"_s, tax}}),
        redTotals(net, tax)});
}

} // namespace practice
