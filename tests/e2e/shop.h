// SPDX-License-Identifier: GPL-3.0-or-later
// A profile connected to a practice platform, both as programs of their own.
#pragma once

#include "tests/e2e/programs.h"

#include <QTest>

namespace kp::test
{

inline QString sampleWorkbook()
{
    return QStringLiteral(KP_SOURCE_DIR "/resources/samples/orders.xlsx");
}

class Shop
{
public:
    /// Starts the platform and makes the profile with kaipiao-cli init --credentials. Empty, or what went wrong.
    [[nodiscard]] QString open()
    {
        if (!platform.start())
            return QStringLiteral("the platform does not start");
        const Ended made = cli({QStringLiteral("init"), QStringLiteral("--credentials"), platform.credentialsFile(),
            QStringLiteral("--profile"), profile()});
        return made.code == 0 ? QString() : made.words();
    }
    [[nodiscard]] QString profile() const { return path(QStringLiteral("profile")); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    [[nodiscard]] Ended run(const QStringList &arguments) const
    {
        return cli(arguments + QStringList{QStringLiteral("--profile"), profile()});
    }
    [[nodiscard]] Ended json(const QStringList &arguments) const
    {
        return run(arguments + QStringList{QStringLiteral("--json")});
    }
    [[nodiscard]] Ended issue(const QString &workbook, const QStringList &more = {}) const
    {
        return json(QStringList{QStringLiteral("issue"), workbook} + more);
    }

    SandboxProgram platform;

private:
    QTemporaryDir m_folder;
};

/// How many orders of a report of `issue` are in that state.
inline int counted(const Ended &report, const char *state)
{
    return report.json().value(u"summary").toObject().value(QLatin1StringView(state)).toInt(-1);
}

/// All that a report says at its orders.
inline QString messagesOf(const Ended &report)
{
    QString out;
    for (const auto &order : report.json().value(u"invoices").toArray())
        for (const auto &message : order.toObject().value(u"messages").toArray())
            out += message[u"text"].toString() + u'\n';
    return out;
}

} // namespace kp::test
