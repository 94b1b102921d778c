// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"
#include "app/cli/texts.h"
#include "app/cli/verbs.h"
#include "core/classify/builtin_model.h"
#include "core/classify/classifier.h"

#include <QJsonArray>
#include <QTextStream>

#include <cstdio>

namespace kp::cli
{

namespace
{
using Proposals = QList<classify::CodeProposal>;
using Proposer = std::function<Proposals(const QString &name, QDate day, int limit)>;

/// The company's catalogue knows what it chose before; without books there is the official table alone.
Result<Proposer> proposerFor(const Session *session)
{
    if (session == nullptr)
        return Proposer([](const QString &name, QDate day, int limit) {
            static const classify::Classifier official(classify::builtInModel());
            return official.propose(name, day, limit);
        });
    KP_TRY(company, session->company());
    KP_TRY(catalogue, session->profile.services().classifying.catalogue(session->actor, company));
    return Proposer([catalogue](const QString &name, QDate day, int limit) {
        Proposals out;
        for (const auto &[row, reason, score] : catalogue->proposals(name, day, limit))
            out.append({row->code, row->name, row->shortName, row->rates, score, reason});
        return out;
    });
}

QStringList namesFromInput()
{
    QTextStream input(stdin);
    input.setEncoding(QStringConverter::Utf8);
    QStringList names;
    for (QString line; input.readLineInto(&line);)
        if (!line.trimmed().isEmpty())
            names.append(line.trimmed());
    return names;
}

QJsonArray json(const Proposals &proposals)
{
    QJsonArray out;
    for (const classify::CodeProposal &p : proposals)
        out.append(QJsonObject{{QStringLiteral("code"), p.code}, {QStringLiteral("name"), p.name},
            {QStringLiteral("short_name"), p.shortName}, {QStringLiteral("rate"), p.rates},
            {QStringLiteral("score"), p.score / 1000.0},
            {QStringLiteral("reason"), QString::fromLatin1(classify::code(p.reason.kind))},
            {QStringLiteral("reason_text"), classify::label(p.reason)}});
    return out;
}

QString text(const QString &name, const Proposals &proposals)
{
    QStringList lines{name};
    for (const classify::CodeProposal &p : proposals)
        lines.append(QStringLiteral("  %1  %2 %  *%3* %4  %5  (%6)")
                         .arg(p.code, QString::number(p.score / 10.0, 'f', 1).rightJustified(5), p.shortName, p.name,
                             p.rates, classify::label(p.reason)));
    if (proposals.isEmpty())
        lines.append(QStringLiteral("  ") + CommandLineText::tr("Nothing in the classification looks like this."));
    return lines.join(u'\n');
}
} // namespace

Result<int> classify(const Arguments &arguments, const Session *session)
{
    KP_TRY(proposer, proposerFor(session));
    const QDate day = arguments.date.isValid() ? arguments.date : SystemClock().today();
    const QStringList names = arguments.positional.isEmpty() ? namesFromInput() : arguments.positional;
    QJsonArray results;
    for (const QString &name : names) {
        const Proposals proposals = proposer(name, day, arguments.limit);
        if (arguments.json)
            results.append(QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("proposals"), json(proposals)}});
        else
            print(text(name, proposals));
    }
    if (arguments.json)
        print(QJsonObject{{QStringLiteral("date"), day.toString(Qt::ISODate)}, {QStringLiteral("results"), results}});
    return static_cast<int>(Success);
}

} // namespace kp::cli
