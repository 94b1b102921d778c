// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/desk.h"
#include "app/bench/workshop.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <array>
#include <cstdio>

namespace kp::bench
{

namespace
{
struct Part {
    const char *name;
    const char *about;
    Bars (*run)(Workshop &);
};
constexpr std::array parts = {
    Part{"prepare", "durable preparation of a batch against one commit for each invoice", prepareBars},
    Part{"upload", "the batch through the outbox against the same requests sent bare", uploadBars},
    Part{"list", "a list of a million invoices: first page, jump, search", listBars},
    Part{"pdf", "PDFs against QPdfWriter drawing the same texts", pdfBars},
    Part{"window", "the window's start and memory with a million invoices", windowBars},
    Part{"lines", "a key in an invoice of 200 lines, and a paste of 2,000 against a bare model", linesBars},
    Part{"import", "the official workbook, read and checked, against unpacking and parsing it", importBars},
    Part{"records", "a hundred thousand customers imported, exported and proposed", recordBars},
    Part{"red", "twenty thousand confirmation forms read from the platform, and the window meanwhile", redBars},
    Part{"classify", "codes proposed for an item's name: time, size, errors against a plain search", classifyBars},
};

void print(const QString &line)
{
    const QByteArray utf8 = line.toUtf8() + '\n';
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stdout);
    std::fflush(stdout);
}

void complain(const QString &line)
{
    std::fprintf(stderr, "%s\n", line.toUtf8().constData());
}

constexpr int latencyMs = 50;

/// The practice platform and a desk connected to it.
QCoro::Task<Outcome> furnish(Workshop &workshop)
{
    KP_CO_DO(co_await workshop.practice.start(workshop.folder + QStringLiteral("/platform"), latencyMs));
    workshop.desk = workshop.folder + QStringLiteral("/desk.db");
    KP_CO_TRY(desk, Desk::open(workshop.desk));
    const sandbox::Credential company = workshop.practice.company();
    const QList<InvoiceDraft> all = drafts(batch);
    co_return co_await desk->setUp(company, all);
}

struct Choice {
    QStringList parts; ///< empty: all
    bool json = false;
};

/// The program: 0 when every bar is passed, 1 when one is missed, 2 when it could not be measured.
QCoro::Task<int> run(Workshop &workshop, Choice choice)
{
    const Outcome furnished = co_await furnish(workshop);
    if (!furnished.ok()) {
        complain(furnished.fault().message);
        co_return 2;
    }
    if (!choice.json)
        print(heading());
    int code = 0;
    QJsonArray list;
    for (const Part &part : parts) {
        if (!choice.parts.isEmpty() && !choice.parts.contains(QLatin1StringView(part.name)))
            continue;
        const Result<QList<Bar>> bars = co_await part.run(workshop);
        if (!bars.ok()) {
            complain(QStringLiteral("%1: %2 %3")
                         .arg(QLatin1StringView(part.name), bars.fault().message, bars.fault().detail));
            code = 2;
            continue;
        }
        for (const Bar &bar : *bars) {
            list.append(bar.json());
            if (!choice.json)
                print(bar.line());
            if (!bar.passes())
                code = std::max(code, 1);
        }
    }
    if (choice.json)
        print(QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("bars"), list}}).toJson()));
    co_return code;
}

/// The names of parts that do not exist.
QStringList unknownParts(QStringList names)
{
    for (const Part &part : parts)
        names.removeAll(QLatin1StringView(part.name));
    return names;
}

QString partsHelp()
{
    QString text = QStringLiteral("\nParts:\n");
    for (const Part &part : parts)
        text += QStringLiteral("  %1%2\n").arg(QLatin1StringView(part.name), -10).arg(QLatin1StringView(part.about));
    return text + QStringLiteral("\nExit codes: 0 every bar is passed; 1 one is missed; 2 it could not be measured.\n");
}
} // namespace

} // namespace kp::bench

int main(int argc, char **argv)
{
    using namespace kp::bench;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kaipiao-bench"));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures speed and memory of the program, each beside the bare work it can not do without."));
    const QCommandLineOption help(QStringLiteral("help"), QStringLiteral("Shows this text."));
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("Prints one JSON object."));
    const QCommandLineOption cache(QStringLiteral("cache"),
        QStringLiteral("Where the database of a million invoices is kept for the next run (default: beside the "
                       "program)."),
        QStringLiteral("DIR"), QCoreApplication::applicationDirPath() + QStringLiteral("/../bench"));
    parser.addOptions({help, json, cache});
    parser.addPositionalArgument(
        QStringLiteral("part"), QStringLiteral("Only these parts."), QStringLiteral("[part…]"));
    const bool understood = parser.parse(QCoreApplication::arguments());
    const QStringList unknown = unknownParts(parser.positionalArguments());
    if (parser.isSet(help)) {
        print(parser.helpText() + partsHelp());
        return 0;
    }
    if (!understood || !unknown.isEmpty()) {
        complain(understood ? QStringLiteral("no such part: ") + unknown.join(u' ') : parser.errorText());
        return 2;
    }

    // On the same disk as the cache, not in /tmp, which may be memory: a commit shall cost what it costs.
    Workshop workshop;
    workshop.cache = QDir::cleanPath(parser.value(cache));
    QDir().mkpath(workshop.cache);
    const QTemporaryDir folder(workshop.cache + QStringLiteral("/run-XXXXXX"));
    workshop.folder = folder.path();
    const Choice choice{parser.positionalArguments(), parser.isSet(json)};
    int code = 2;
    QMetaObject::invokeMethod(
        &application,
        [&] {
            kp::bench::run(workshop, choice).then([&code](int result) {
                code = result;
                QCoreApplication::exit(result);
            });
        },
        Qt::QueuedConnection);
    QCoreApplication::exec();
    return code;
}
