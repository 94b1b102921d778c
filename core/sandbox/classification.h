// SPDX-License-Identifier: GPL-3.0-or-later
// The 税收分类编码 table of the platform.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

#include <unordered_map>

namespace kp::sandbox
{

class Classification
{
public:
    /// Reads the table compiled into this library. Fault: Internal.
    static Result<Classification> load();

    [[nodiscard]] bool contains(const QString &code) const { return m_entries.contains(code); }
    /// A heading, which no invoice line may use.
    [[nodiscard]] bool isSummary(const QString &code) const;
    /// Whether the code has, or had on that day, this short name. Both count, for the day of the great renaming of
    /// 2026 is not known exactly.
    [[nodiscard]] bool hasShortName(const QString &code, const QString &shortName, const QDate &day) const;
    /// The short name of today's table; "" for an unknown code.
    [[nodiscard]] QString shortName(const QString &code) const;

    /// The answer of CXSSFLBM: all codes changed after @p since (a time stamp yyyyMMddHHmmss, "" for all), as the list
    /// ssbmList of JSON objects, and how many they are.
    struct Extract {
        QByteArray list;
        qsizetype count = 0;
    };
    [[nodiscard]] Extract changedSince(const QString &since) const;
    /// The stamp of the newest change in the table.
    [[nodiscard]] QString edition() const { return m_edition; }

private:
    struct DatedName {
        QString shortName;
        QDate from, to; // valid from; no longer valid on
    };
    struct Entry {
        QString name, shortName, rate, note;
        bool summary = false;
        QString changed; // stamp of the last change
        QList<DatedName> names = {};
    };
    [[nodiscard]] QString parentOf(const QString &code) const;

    QList<QString> m_order;
    std::unordered_map<QString, Entry> m_entries;
    QString m_edition;
};

} // namespace kp::sandbox
