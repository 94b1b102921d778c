// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

#include <QFile>

namespace kp
{

void eachCsvRow(QStringView text, QChar separator, const std::function<bool(int, QStringList &)> &take)
{
    QStringList row;
    QString field;
    bool quoted = false;
    bool more = true;
    int number = 0;
    const auto endField = [&] {
        row.append(field);
        field.clear();
    };
    const auto endRow = [&] {
        endField();
        ++number;
        if (row.size() > 1 || !row.front().isEmpty())
            more = take(number, row);
        row.clear();
    };
    for (qsizetype i = 0; i < text.size() && more; ++i) {
        const QChar c = text.at(i);
        if (quoted) {
            if (c != u'"')
                field += c;
            else if (i + 1 < text.size() && text.at(i + 1) == u'"')
                field += text.at(++i);
            else
                quoted = false;
        } else if (c == u'"') {
            quoted = true;
        } else if (c == separator) {
            endField();
        } else if (c == u'\n') {
            endRow();
        } else if (c != u'\r') {
            field += c;
        }
    }
    if (more && (!field.isEmpty() || !row.isEmpty()))
        endRow();
}

QList<QStringList> parseCsv(const QByteArray &utf8)
{
    QString text = QString::fromUtf8(utf8);
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    QList<QStringList> rows;
    eachCsvRow(text, u',', [&](int, QStringList &row) {
        rows.append(row);
        return true;
    });
    return rows;
}

Result<QList<QStringList>> readCsvFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Fault{FaultKind::NotFound, QStringLiteral("%1: %2").arg(path, file.errorString())};
    return parseCsv(file.readAll());
}

} // namespace kp
