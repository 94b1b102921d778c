// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/fault_cases.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kp::test
{

using namespace Qt::StringLiterals;

namespace
{
struct Kind {
    const char *name;
    QString happened;
};

const QList<Kind> &kinds()
{
    static const QList<Kind> list{{"delay", u"no whole answer came back"_s},
        {"drop_before", u"no whole answer came back"_s}, {"drop_after", u"no whole answer came back"_s},
        {"half_answer", u"no whole answer came back"_s}, {"http_500", u"answered with an error (HTTP 500)"_s},
        {"envelope_status", u"did not pass the request on"_s}, {"error", u"平台服务异常"_s},
        {"wrong_key", u"can not be decrypted. Check the API key"_s}, {"force_failed", u"练习平台按要求判为"_s},
        {"processing", u"Being processed"_s}, {"force_duplicate", u"knew this number already"_s},
        {"numbers_exhausted", u"可用发票号码不足"_s}, {"quota_exhausted", u"额度不足"_s}, {"clock", QString()}};
    return list;
}

/// What the clerk is told to do, or what the program does by itself.
QString nextStep(const QString &kind, Operation operation)
{
    if (kind == u"force_duplicate")
        return u"Compare the invoice with the one at the tax office"_s;
    if (kind == u"clock" && operation == Operation::Numbers)
        return u"Check the date and time of this computer"_s;
    switch (operation) {
    case Operation::Numbers:
        return u"Draw numbers and try again"_s;
    case Operation::Quota:
        return u"Download credit"_s;
    case Operation::Upload:
        return kind == u"force_failed" || kind == u"quota_exhausted" || kind == u"clock"
                   ? u"Correct the order and issue the workbook again"_s
                   : u"it will be asked before anything is sent anew"_s;
    default:
        break;
    }
    return u"Issue the workbook again to go on"_s;
}
} // namespace

const char *code(Operation operation)
{
    static constexpr const char *codes[] = {"QDFPPLFM", "XZTHSXED", "QDFPSC", "CXQDFPSCJG", "QDHZQRDSQ", "QDHZQRDQR",
        "CXQDHZQRDLB", "CXQDHZQRDMX", "FPZTXXCX"};
    return codes[static_cast<int>(operation)];
}

QList<FaultCase> faultCases()
{
    QList<FaultCase> out;
    for (const Kind &kind : kinds())
        for (const Operation operation : operations) {
            const QString name = QString::fromLatin1(kind.name);
            out.append({name, operation, {kind.happened, nextStep(name, operation)}});
        }
    return out;
}

QByteArray faultOrder(const FaultCase &fault, int run)
{
    constexpr int longerThanPatienceMs = 4000;
    const QJsonObject order{{u"kind"_s, fault.kind}, {u"operation"_s, QString::fromLatin1(code(fault.operation))},
        {u"times"_s, isLasting(run) ? -1 : 1}, {u"ms"_s, longerThanPatienceMs}, {u"processed"_s, (run / 2) % 2 == 0}};
    return QJsonDocument(QJsonObject{{u"faults"_s, QJsonArray{order}}}).toJson();
}

qint64 clockShiftSeconds(Operation operation, const QDate &today)
{
    constexpr qint64 day = 24 * 3600;
    switch (operation) {
    case Operation::Numbers:
        return today.daysTo(QDate(today.year() + 1, 1, 2)) * day;
    case Operation::Quota:
        return today.daysTo(QDate(today.year(), today.month(), 1).addMonths(1)) * day;
    case Operation::Upload:
        return 3 * day;
    default:
        break;
    }
    return day * 13 / 24;
}

} // namespace kp::test
