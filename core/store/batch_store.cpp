// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/batch_store.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kp::store
{

namespace
{
QString toText(const CellTexts &texts)
{
    QJsonObject sheets;
    for (auto sheet = texts.cbegin(); sheet != texts.cend(); ++sheet) {
        QJsonObject rows;
        for (auto row = sheet->cbegin(); row != sheet->cend(); ++row) {
            QJsonObject cells;
            for (auto cell = row->cbegin(); cell != row->cend(); ++cell)
                cells.insert(QString::number(cell.key()), *cell);
            rows.insert(QString::number(row.key()), cells);
        }
        sheets.insert(sheet.key(), rows);
    }
    return QString::fromUtf8(QJsonDocument(sheets).toJson(QJsonDocument::Compact));
}

CellTexts fromText(const QString &text)
{
    CellTexts texts;
    const QJsonObject sheets = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto sheet = sheets.constBegin(); sheet != sheets.constEnd(); ++sheet) {
        const QJsonObject rows = sheet->toObject();
        for (auto row = rows.constBegin(); row != rows.constEnd(); ++row) {
            const QJsonObject cells = row->toObject();
            for (auto cell = cells.constBegin(); cell != cells.constEnd(); ++cell)
                texts[sheet.key()][row.key().toInt()].insert(cell.key().toInt(), cell->toString());
        }
    }
    return texts;
}
} // namespace

Outcome BatchStore::put(UserId person, CompanyId company, const StoredBatch &batch)
{
    Transaction transaction(m_database);
    KP_DO(m_database
              .prepared(QStringLiteral(
                  "INSERT OR REPLACE INTO batch (person, company, name, workbook, repairs, begun) VALUES (?, ?, ?, ?, "
                  "?, ?)"))
              .with(person, company, batch.name, batch.workbook, toText(batch.repairs), batch.begun)
              .run());
    return transaction.commit();
}

Result<std::optional<StoredBatch>> BatchStore::find(UserId person, CompanyId company)
{
    return m_database
        .prepared(QStringLiteral("SELECT name, workbook, repairs, begun FROM batch WHERE person = ? AND company = ?"))
        .with(person, company)
        .first([](const Row &row) {
            return StoredBatch{row.text(0), row.bytes(1), fromText(row.text(2)), row.flag(3)};
        });
}

Outcome BatchStore::setRepairs(UserId person, CompanyId company, const CellTexts &repairs)
{
    Transaction transaction(m_database);
    KP_DO(m_database.prepared(QStringLiteral("UPDATE batch SET repairs = ? WHERE person = ? AND company = ?"))
              .with(toText(repairs), person, company)
              .run());
    return transaction.commit();
}

Outcome BatchStore::setBegun(UserId person, CompanyId company, bool begun)
{
    Transaction transaction(m_database);
    KP_DO(m_database.prepared(QStringLiteral("UPDATE batch SET begun = ? WHERE person = ? AND company = ?"))
              .with(begun, person, company)
              .run());
    return transaction.commit();
}

Outcome BatchStore::remove(UserId person, CompanyId company)
{
    Transaction transaction(m_database);
    KP_DO(m_database.prepared(QStringLiteral("DELETE FROM batch WHERE person = ? AND company = ?"))
              .with(person, company)
              .run());
    return transaction.commit();
}

} // namespace kp::store
