// SPDX-License-Identifier: GPL-3.0-or-later
// Random stories of reversing: applied for, in part, agreed, refused, withdrawn, lapsed, issued, with answers lost and
// the program ended between two calls or in the middle of one. At the end of each, client and platform agree on every
// form, no blue line is reversed beyond its amount, no form has two red invoices, and the books add up.
// KP_RED_SEQUENCES: how many (12).
#include "core/rules/red_lifecycle.h"
#include "tests/service/red_shop.h"

#include <QRandomGenerator>

using namespace kp;
using namespace kp::test;
using namespace Qt::StringLiterals;

namespace
{
class Story
{
public:
    Story(Shop &shop, QRandomGenerator &random, const QString &serial)
        : m_shop(shop)
        , m_random(random)
        , m_blue(shop.blue(serial))
    {
    }

    [[nodiscard]] const Invoice &blue() const { return m_blue; }
    [[nodiscard]] int done() const { return m_done; }

    void step()
    {
        loseSomething();
        switch (m_random.bounded(10)) {
        case 0:
            m_shop.tick(m_blue);
            break;
        case 1:
        case 2:
            apply();
            break;
        case 3:
            applyAsBuyer();
            break;
        case 4:
            buyerActs();
            break;
        case 5:
            answer();
            break;
        case 6:
        case 7:
            issue();
            break;
        case 8:
            m_random.bounded(3) == 0 ? lapse() : m_shop.open();
            break;
        default:
            crash();
        }
        m_shop.practice.misbehave("[]");
    }

    QList<RedForm> forms() { return m_shop.stores().redForms.ofInvoice(m_shop.company, m_blue.number).valueOr({}); }

private:
    /// One of the next calls does not get through, or its answer does not.
    void loseSomething()
    {
        static const QByteArray kinds[] = {"drop_before", "drop_after", "half_answer", "http_500"};
        static const QByteArray operations[] = {
            "QDHZQRDSQ", "QDHZQRDQR", "CXQDHZQRDLB", "CXQDHZQRDMX", "FPZTXXCX", "QDFPSC", "CXQDFPSCJG"};
        if (m_random.bounded(3) == 0)
            m_shop.practice.misbehave(R"([{"kind":")" + kinds[m_random.bounded(4)] + R"(","operation":")" +
                                      operations[m_random.bounded(7)] + R"("}])");
    }

    void apply()
    {
        const auto prospect = await(m_shop.reversing().prospect(m_shop.actor, m_shop.company, m_blue.number));
        if (!prospect.ok() || prospect->may.reasons.isEmpty())
            return;
        const RedReason reason = prospect->may.reasons.at(m_random.bounded(prospect->may.reasons.size()));
        RedForm form = service::Reversing::wholeForm(*prospect, Side::Seller, reason);
        if (!prospect->may.wholeOnly && rules::ruleOf(reason).part)
            form = rules::composeRedForm(m_blue, Side::Seller, reason, partly(prospect->may.left, reason));
        note(await(m_shop.reversing().apply(m_shop.actor, m_shop.company, form)));
    }

    QList<RedFormLine> partly(const QList<InvoiceLine> &left, RedReason reason)
    {
        QList<RedFormLine> lines;
        for (const InvoiceLine &line : left) {
            std::optional<RedFormLine> part;
            const int tenths = m_random.bounded(1, 11);
            if (tenths == 10)
                part = rules::reversedWhole(line, reason);
            else if (rules::ruleOf(reason).amount)
                part = rules::reversedByAmount(line, reason, Money::fromFen(line.net.fen() * tenths / 10));
            else if (line.quantity)
                part = rules::reversedByQuantity(
                    line, reason, Decimal::product(*line.quantity, Decimal::fromParts(tenths, 1))->rounded(2));
            if (part)
                lines.append(*part);
        }
        return lines;
    }

    /// Something is begun and comes as far as a few answers, then the program is dead: what the platform makes of the
    /// rest is heard of by nobody.
    void crash()
    {
        const auto answers = std::make_shared<int>(0);
        const auto ended = std::make_shared<bool>(false);
        m_shop.link().after = [answers](Operation) { ++*answers; };
        const QList<RedForm> all = forms();
        const auto end = [ended](const auto &) { *ended = true; };
        service::Reversing &reversing = m_shop.reversing();
        const int what = all.isEmpty() ? 0 : m_random.bounded(3);
        if (what == 0)
            reversing.apply(m_shop.actor, m_shop.company, wholeForm()).then(end);
        else if (what == 1)
            reversing.answer(m_shop.actor, all.constLast().id, static_cast<RedAnswer>(m_random.bounded(3))).then(end);
        else
            reversing.issue(m_shop.actor, all.constLast().id).then(end);
        const int enough = m_random.bounded(8);
        waitUntil([&] { return *answers >= enough || *ended; }, 500);
        m_shop.open();
    }

    RedForm wholeForm()
    {
        QList<RedFormLine> lines;
        for (const InvoiceLine &line : rules::reversibleLines(m_blue))
            lines.append(rules::reversedWhole(line, RedReason::Mistake));
        return rules::composeRedForm(m_blue, Side::Seller, RedReason::Mistake, lines);
    }

    void applyAsBuyer()
    {
        m_shop.practice.control(
            u"red"_s, R"({"act":"apply","side":"buyer","reason":"04","blue":")" + m_blue.number.toLatin1() + R"("})");
        const QDate today = SystemClock().today();
        note(await(m_shop.reversing().synchronise(m_shop.actor, m_shop.company, today.addDays(-1), today.addDays(4))));
    }

    void buyerActs()
    {
        static const QByteArray acts[] = {"agree", "agree", "refuse", "withdraw"};
        for (const RedForm &form : forms())
            m_shop.act(acts[m_random.bounded(4)], form);
    }

    void answer()
    {
        const QList<RedForm> all = forms();
        if (!all.isEmpty())
            note(await(m_shop.reversing().answer(
                m_shop.actor, all.at(m_random.bounded(all.size())).id, static_cast<RedAnswer>(m_random.bounded(3)))));
    }

    void issue()
    {
        for (const RedForm &form : forms())
            if (m_random.bounded(2) == 0)
                note(await(m_shop.reversing().issue(m_shop.actor, form.id)));
        if (m_random.bounded(2) == 0)
            m_shop.settled();
    }

    /// Three days go by for the platform, and it is asked; then its clock is right again, since invoices are dated.
    void lapse()
    {
        m_shop.practice.control(u"clock"_s, R"({"shift_seconds":262800})");
        m_shop.platformStates();
        m_shop.practice.control(u"clock"_s, R"({"shift_seconds":0})");
    }

    /// Whether a call went well does not matter to the story, but some must.
    template<class T>
    void note(const Result<T> &result)
    {
        m_done += result.ok() ? 1 : 0;
    }

    Shop &m_shop;
    QRandomGenerator &m_random;
    Invoice m_blue;
    int m_done = 0;
};

/// What is wrong with what was reversed of an invoice; empty when nothing is.
QString beyond(const Invoice &blue, const QList<RedForm> &forms)
{
    for (const InvoiceLine &line : rules::reversibleLines(blue)) {
        Money net = line.net;
        Money tax = line.tax;
        for (const RedForm &form : forms)
            for (const RedFormLine &red : form.lines)
                if (red.blueLine == line.number && (form.isIssued() || rules::isOpen(form))) {
                    net += red.net;
                    tax += red.tax;
                }
        if (net < Money() || tax < Money())
            return u"line %1 of %2 is reversed beyond its amount"_s.arg(line.number).arg(blue.number);
    }
    return {};
}
} // namespace

/// What came of many stories at one shop.
struct Outcomes {
    int done = 0;   ///< calls that went well
    int issued = 0; ///< red invoices
};

class TestRedSequences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void E2_E3_E4_clientAndPlatformAgree();

private:
    static void tellAtOneShop(int stories, QRandomGenerator &random, const QByteArray &where, Outcomes &out);
};

void TestRedSequences::tellAtOneShop(int stories, QRandomGenerator &random, const QByteArray &where, Outcomes &out)
{
    Shop shop;
    int issued = 0;
    for (int i = 0; i < stories; ++i) {
        Story story(shop, random, u"Q%1"_s.arg(i));
        const int steps = random.bounded(4, 16);
        for (int step = 0; step < steps; ++step)
            story.step();
        QVERIFY2(shop.settled(), where.constData());
        const QDate today = SystemClock().today();
        TRY_RESULT(
            sync, await(shop.reversing().synchronise(shop.actor, shop.company, today.addDays(-1), today.addDays(4))));
        Q_UNUSED(sync)
        const QHash<QString, QString> there = shop.platformStates();
        const QList<RedForm> forms = story.forms();
        for (const RedForm &form : forms) {
            QVERIFY2(there.value(form.uuid) == QLatin1StringView(code(form.state)), where.constData());
            issued += form.isIssued() ? 1 : 0;
        }
        out.done += story.done();
        const QString wrong = beyond(story.blue(), forms);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
    QVERIFY2(shop.complaints().isEmpty(), qPrintable(shop.complaints()));
    // Every red invoice of the platform is ours, one for a form.
    QHash<QString, int> redOfForm;
    const auto entries = shop.practice.told(u"ledger"_s).value(u"invoices"_s).toArray();
    for (const auto &entry : entries)
        if (entry[u"colour"_s].toString() == u"red")
            ++redOfForm[entry[u"red_form"_s].toString()];
    QCOMPARE(redOfForm.size(), issued);
    for (const int count : std::as_const(redOfForm))
        QCOMPARE(count, 1);
    store::RedFormQuery everything;
    everything.scope = store::Scope::everything();
    QCOMPARE(shop.platformStates().size(), shop.stores().redForms.count(everything).valueOr(-1));
    out.issued += issued;
}

void TestRedSequences::E2_E3_E4_clientAndPlatformAgree()
{
    constexpr int ofOneShop = 12; // each story reads what all before it have left
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("KP_RED_SEQUENCES", &given);
    const int sequences = given ? wanted : ofOneShop;
    uint seed = given ? QRandomGenerator::global()->generate() : 20'261'130;
    Outcomes out;
    for (int told = 0; told < sequences; told += ofOneShop) {
        QRandomGenerator random(++seed);
        const QByteArray where = u"of the stories of seed %1"_s.arg(seed).toUtf8();
        tellAtOneShop(std::min(ofOneShop, sequences - told), random, where, out);
        if (QTest::currentTestFailed()) {
            qWarning("%s", where.constData());
            return;
        }
    }
    QVERIFY2(out.done >= sequences, "hardly anything went well");
    QVERIFY2(out.issued >= sequences / 8, "hardly anything came to its end");
    qInfo("stories %d, calls that went well %d, red invoices %d", sequences, out.done, out.issued);
}

QTEST_GUILESS_MAIN(TestRedSequences)
#include "tst_red_sequences.moc"
