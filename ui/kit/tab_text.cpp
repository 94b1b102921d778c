// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/tab_text.h"

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

QString tabText(const QList<QStringList> &rows)
{
    const auto quoted = [](const QString &cell) {
        const bool needs =
            std::any_of(cell.begin(), cell.end(), [](QChar c) { return c == u'\t' || c == u'\n' || c == u'"'; });
        return needs ? u'"' + QString(cell).replace(u'"', u"\"\""_s) + u'"' : cell;
    };
    QString out;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i > 0)
                out.append(u'\t');
            out.append(quoted(row.at(i)));
        }
        out.append(u'\n');
    }
    return out;
}

QList<QStringList> fromTabText(const QString &text)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool inQuotes = false;
    const auto endCell = [&] {
        row.append(cell.trimmed());
        cell.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (inQuotes) {
            if (c == u'"' && i + 1 < text.size() && text[i + 1] == u'"')
                cell.append(text[++i]);
            else if (c == u'"')
                inQuotes = false;
            else
                cell.append(c);
        } else if (c == u'"' && cell.isEmpty()) {
            inQuotes = true;
        } else if (c == u'\t') {
            endCell();
        } else if (c == u'\n') {
            endCell();
            rows.append(row);
            row.clear();
        } else if (c != u'\r') {
            cell.append(c);
        }
    }
    if (!row.isEmpty() || !cell.isEmpty()) {
        endCell();
        rows.append(row);
    }
    return rows;
}

} // namespace kp
