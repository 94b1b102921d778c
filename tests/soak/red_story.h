// SPDX-License-Identifier: GPL-3.0-or-later
// Five invoices that are reversed, one way each; their buyer is played at the platform's control interface. The story
// looks at what is there and goes on from it, however often it was broken off; the platform is the judge of its end.
#pragma once

#include "tests/soak/desk.h"
#include "tests/soak/numbered_orders.h"

#include <QUrl>

namespace kp::test
{

class RedStory
{
public:
    /// @param platform where it listens
    RedStory(Desk &desk, QUrl platform, const QString &prefix)
        : m_desk(desk)
        , m_platform(std::move(platform))
        , m_blues{prefix, invoices}
    {
    }
    static constexpr int invoices = 5;

    /// At the first time: issues the invoices. Empty, or what went wrong.
    QCoro::Task<QString> issueBlues();
    /// Goes on as far as it gets. Empty when everything is done, else why it is not: the faults, in a clerk's words.
    QCoro::Task<QStringList> play();
    /// Holds client and platform against one another and against what should have come of it.
    [[nodiscard]] Judgement judged();

private:
    enum Plot { Whole, Part, Agreed, Refused, Again };
    struct Scene {
        CompanyId company;
        QString number;
        Invoice blue;
        rules::Reversibility may;
        QList<RedForm> forms;
        std::optional<RedForm> open;
        [[nodiscard]] bool has(bool (*what)(const RedForm &)) const;
    };
    Result<QStringList> numbers();
    QCoro::Task<Result<Scene>> look(CompanyId company, QString number);
    QCoro::Task<Outcome> act(Plot plot, CompanyId company, QString number);
    QCoro::Task<Outcome> applyAndIssue(Scene scene, RedReason reason);
    QCoro::Task<Outcome> answerBuyer(Scene scene, RedAnswer answer);
    QCoro::Task<Outcome> changeMind(Scene scene);
    QCoro::Task<Outcome> issue(RedFormId form);
    QCoro::Task<Result<RedForm>> apply(Scene scene, RedReason reason);
    QCoro::Task<Outcome> readLists(CompanyId company);
    QJsonObject control(const QByteArray &page, const QByteArray &json = {}) const;
    void tick(const QString &number) const;
    void judgeOne(Judgement &out, Plot plot, const QString &number, const QJsonArray &ledger, const QJsonArray &forms);
    void compare(Judgement &out, const QString &number, const QJsonArray &forms);

    Desk &m_desk;
    QUrl m_platform;
    NumberedOrders m_blues;
    QList<InvoiceId> m_reds;
};

} // namespace kp::test
