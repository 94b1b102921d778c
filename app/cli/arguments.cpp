// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/texts.h"
#include "app/profile/profile.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace kp::cli
{

namespace
{
QString description()
{
    return CommandLineText::tr(
        "Issues Chinese digital invoices from scripts, with the same services as the window.\n"
        "\n"
        "Verbs:\n"
        "  init --practice            make a profile that practises against the built-in tax platform\n"
        "  init --credentials FILE    make a profile for the companies of FILE (JSON, as kaipiao-sandbox\n"
        "                             --print-credentials prints it; the same shape for a real connection)\n"
        "  issue ORDERS.xlsx          check the official batch workbook (V260401), issue what is good, and mark what "
        "is\n"
        "                             not in a copy; running it again issues nothing twice and goes on\n"
        "  template -o FILE           write an empty batch workbook\n"
        "  classify NAME…             propose classification codes for item names; without names one for each line of\n"
        "                             standard input. Needs no profile; with --profile the company's own choices "
        "count\n"
        "  list                       list invoices, newest first\n"
        "  show NUMBER                print one stored invoice\n"
        "  pdf NUMBER -o FILE         write the PDF of one invoice\n"
        "  status                     credit, number ranges, what is on its way\n"
        "  items|customers|business-types|elements|scenes [list]    list base data (--text TEXT)\n"
        "  items|customers|business-types import FILE    add and change records from a workbook or CSV file;\n"
        "                             running it again changes nothing; --dry-run, --marked FILE\n"
        "  items|customers|business-types export -o FILE | template -o FILE\n"
        "  red apply NUMBER --reason CODE    apply for reversing an invoice: all that is left of it, or the lines of\n"
        "                             --quantity LINE=N and --amount LINE=N; 01 mistake, 02 goods returned, 03 "
        "service\n"
        "                             stopped, 04 allowance\n"
        "                             --buyer --date YYYY-MM-DD --gross AMOUNT [--kind 02]: of an invoice received\n"
        "  red list|show FORM         confirmation forms, as the platform has them now\n"
        "  red pdf FORM FILE          write the PDF of one confirmation form\n"
        "  red confirm|refuse|withdraw FORM    answer a form; red issue FORM: issue its red invoice\n"
        "  red quick NUMBER --reason CODE    apply for all of an invoice and issue the red one, if nobody must "
        "confirm\n"
        "  red plan NUMBER -o FILE    write what an invoice says now (JSON), to be changed into what it should have "
        "been\n"
        "  red plan NUMBER --wanted FILE|--nothing    show the least set of steps from the invoice to what it should "
        "have\n"
        "                             been (--nothing: it should never have been issued); --reason CODE; --go carries "
        "them\n"
        "                             out\n"
        "  red plans | red go PLAN | red drop PLAN    list plans; go on with one; give one up\n"
        "  verify                     check the audit journal and account for every invoice number\n"
        "\n"
        "The password comes from the environment variable KAIPIAO_PASSWORD, else from a prompt.\n"
        "\n"
        "Exit codes: 0 done · 1 some orders are invalid or refused, or the books do not verify · 2 usage ·\n"
        "3 sign-in failed or right missing · 4 the platform did not answer for all; run it again · 5 bad or missing\n"
        "file or object, or credentials that the platform refuses or that do not belong into this profile ·\n"
        "6 disk or database failed, or what stands there now does not allow it");
}
} // namespace

int exitCodeOf(const Fault &fault)
{
    switch (fault.kind) {
    case FaultKind::Denied:
        return NotAllowed;
    case FaultKind::Offline:
    case FaultKind::Uncertain:
    case FaultKind::Rejected:
        return NotSettled;
    case FaultKind::Invalid:
    case FaultKind::NotFound:
        return BadInput;
    case FaultKind::Conflict:
    case FaultKind::Storage:
    case FaultKind::Internal:
        break;
    }
    return StorageFailed;
}

Result<Arguments> parseArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(description());
    const auto option = [&](const char *name, const QString &text, const QString &value = {}) {
        parser.addOption({QString::fromLatin1(name), text, value});
    };
    option("profile", CommandLineText::tr("Folder of the profile."), QStringLiteral("DIR"));
    option("json", CommandLineText::tr("Print one JSON object."));
    option("user", CommandLineText::tr("Account to sign in with (default: admin)."), QStringLiteral("ACCOUNT"));
    option("name", CommandLineText::tr("init: the administrator's name, printed as issuer."), QStringLiteral("NAME"));
    option("company", CommandLineText::tr("Tax number of the company (default: the profile's default company)."),
        QStringLiteral("TAXNO"));
    option("practice", CommandLineText::tr("init: practise against the built-in platform."));
    option("credentials", CommandLineText::tr("init: the file with the companies to connect."), QStringLiteral("FILE"));
    option("dry-run", CommandLineText::tr("issue: check only."));
    option("marked", CommandLineText::tr("issue: where the marked copy goes (default: beside the workbook)."),
        QStringLiteral("FILE"));
    option("pdf-dir", CommandLineText::tr("issue: write a PDF of each issued invoice into this folder."),
        QStringLiteral("DIR"));
    option("wait", CommandLineText::tr("issue: most seconds to wait for the platform (default: 300)."),
        QStringLiteral("SECONDS"));
    option("buyer", CommandLineText::tr("red apply: as the buyer, of an invoice received."));
    option(
        "opinion", CommandLineText::tr("red confirm|refuse: what is kept here as the reason."), QStringLiteral("TEXT"));
    option("gross", CommandLineText::tr("red apply --buyer: the invoice's amount with tax."), QStringLiteral("AMOUNT"));
    option(
        "kind", CommandLineText::tr("red apply --buyer: 01 special (default) or 02 ordinary."), QStringLiteral("CODE"));
    option("date",
        CommandLineText::tr("classify: short names of that day (default: today). red apply --buyer: the invoice's "
                            "issue date."),
        QStringLiteral("YYYY-MM-DD"));
    option("text", CommandLineText::tr("list: part of number, buyer, item …"), QStringLiteral("TEXT"));
    option("state", CommandLineText::tr("list: queued, sending, unknown, processing, issued, refused or discarded."),
        QStringLiteral("STATE"));
    option("reason", CommandLineText::tr("red: 01, 02, 03 or 04."), QStringLiteral("CODE"));
    option("quantity", CommandLineText::tr("red apply: how much of a line; may be given again."),
        QStringLiteral("LINE=QUANTITY"));
    option("amount", CommandLineText::tr("red apply: how much of a line, without tax; may be given again."),
        QStringLiteral("LINE=AMOUNT"));
    option("wanted", CommandLineText::tr("red plan: what the invoice should have been."), QStringLiteral("FILE"));
    option("nothing", CommandLineText::tr("red plan: the invoice should never have been issued."));
    option("go", CommandLineText::tr("red plan: carry the plan out."));
    option("limit", CommandLineText::tr("list: most rows (default: 50). classify: most codes (default: 10)."),
        QStringLiteral("N"));
    parser.addOption({{QStringLiteral("o"), QStringLiteral("output")}, CommandLineText::tr("The file to write."),
        QStringLiteral("FILE")});
    parser.addPositionalArgument(QStringLiteral("verb"), CommandLineText::tr("One of the verbs above."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(arguments))
        return Fault{FaultKind::Invalid, parser.errorText()};
    if (parser.isSet(help) || parser.isSet(version)) {
        const QString text = parser.isSet(help)
                                 ? parser.helpText()
                                 : QStringLiteral("kaipiao-cli %1\n").arg(QCoreApplication::applicationVersion());
        std::fputs(text.toUtf8().constData(), stdout);
        std::exit(Success);
    }

    Arguments out;
    out.positional = parser.positionalArguments();
    if (out.positional.isEmpty())
        return Fault{FaultKind::Invalid, CommandLineText::tr("A verb is missing. kaipiao-cli --help lists them.")};
    out.verb = out.positional.takeFirst();
    const auto value = [&](const char *name) { return parser.value(QString::fromLatin1(name)); };
    out.practice = parser.isSet(QStringLiteral("practice"));
    out.profileGiven = parser.isSet(QStringLiteral("profile"));
    out.profile = parser.isSet(QStringLiteral("profile")) ? value("profile") : app::defaultFolder(out.practice);
    out.user = parser.isSet(QStringLiteral("user")) ? value("user") : QStringLiteral("admin");
    out.name = value("name");
    out.company = value("company");
    out.output = value("output");
    out.markedCopy = value("marked");
    out.pdfFolder = value("pdf-dir");
    out.credentials = value("credentials");
    out.text = value("text");
    out.state = value("state");
    out.reason = value("reason");
    out.quantities = parser.values(QStringLiteral("quantity"));
    out.amounts = parser.values(QStringLiteral("amount"));
    out.wanted = value("wanted");
    out.nothing = parser.isSet(QStringLiteral("nothing"));
    out.go = parser.isSet(QStringLiteral("go"));
    out.dryRun = parser.isSet(QStringLiteral("dry-run"));
    out.json = parser.isSet(QStringLiteral("json"));
    if (parser.isSet(QStringLiteral("date"))) {
        out.date = QDate::fromString(value("date"), Qt::ISODate);
        if (!out.date.isValid())
            return Fault{FaultKind::Invalid, CommandLineText::tr("--date needs a day such as 2026-05-01.")};
    }
    out.buyer = parser.isSet(QStringLiteral("buyer"));
    if (parser.isSet(QStringLiteral("gross"))) {
        out.gross = Money::parse(value("gross"));
        if (!out.gross)
            return Fault{FaultKind::Invalid, CommandLineText::tr("--gross needs an amount such as 1130.00.")};
    }
    out.opinion = value("opinion").trimmed();
    if (parser.isSet(QStringLiteral("kind"))) {
        const auto kind = invoiceKindFromCode(value("kind"));
        if (!kind)
            return Fault{FaultKind::Invalid, CommandLineText::tr("--kind needs 01 or 02.")};
        out.kind = *kind;
    }
    if (out.verb == QLatin1StringView("classify"))
        out.limit = 10;
    for (const auto &[name, target] : {std::pair("limit", &out.limit), std::pair("wait", &out.waitSeconds)}) {
        if (!parser.isSet(QString::fromLatin1(name)))
            continue;
        bool ok = false;
        *target = value(name).toInt(&ok);
        if (!ok || *target < 0)
            return Fault{
                FaultKind::Invalid, CommandLineText::tr("--%1 needs a number.").arg(QString::fromLatin1(name))};
    }
    return out;
}

} // namespace kp::cli
