// SPDX-License-Identifier: GPL-3.0-or-later
// The sample workbook in the repository: current, and free of faults.
#include "core/base/csv.h"
#include "core/document/workbook/order_workbook.h"
#include "core/document/workbook/reader.h"
#include "core/rules/checks.h"
#include "tests/document/sample_orders.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace kp;
using namespace kp::workbook;
using namespace Qt::StringLiterals;

namespace
{
QList<Classification> classification()
{
    QList<Classification> rows;
    const auto table = readCsvFile(QStringLiteral(KP_SOURCE_DIR "/resources/reference/tax-classification.csv"));
    for (const QStringList &row : table.valueOr({}))
        if (row.size() >= 5 && row.front().front().isDigit())
            rows.append({row.at(0), row.at(1), row.at(2), row.at(3), row.at(4) == u"1", {}});
    return rows;
}

/// A general taxpayer in good standing with the three general rates.
IssuingFacts facts()
{
    IssuingFacts facts;
    facts.company.party = {
        u"示例销售有限公司"_s, u"91330106MA0DEM0133"_s, u"示例路2号"_s, u"010-2"_s, u"示例银行"_s, u"1"_s};
    facts.company.stateCode = u"03"_s;
    facts.today = QDate(2026, 4, 1);
    facts.issuer = u"陈示例"_s;
    for (const int percent : {13, 9, 6})
        facts.rates.append({TaxRate::fromMillionths(percent * 10'000), false, QDate(2019, 4, 1), {}});
    return facts;
}
} // namespace

class TestXlsxSample : public QObject
{
    Q_OBJECT

private:
    static QString path() { return QStringLiteral(KP_SOURCE_DIR "/resources/samples/orders.xlsx"); }

private Q_SLOTS:
    /// Else: build write_sample_orders and let it write the file.
    void isWhatTheGeneratorWrites()
    {
        QTemporaryDir folder;
        const QString fresh = folder.filePath(u"orders.xlsx"_s);
        QVERIFY(writeOrderWorkbook(fresh, test::sampleOrders()).ok());
        const auto texts = [](const QString &file) {
            QStringList out;
            const auto reader = Reader::open(file);
            for (qsizetype i = 0; reader && i < reader->sheets().size(); ++i) {
                const auto read = reader->readRows(i, [&](const Row &row) {
                    for (const Cell &cell : row.cells)
                        out.append(u"%1 %2 %3 %4"_s.arg(i).arg(row.number).arg(cell.column).arg(cell.text));
                    return true;
                });
                if (!read)
                    out.append(read.fault().message);
            }
            return out;
        };
        QVERIFY(texts(fresh).size() > 300);
        QCOMPARE(texts(path()), texts(fresh));
    }

    void readsWithoutFindings()
    {
        const auto sheet = readOrders(path());
        QVERIFY(sheet.ok());
        QVERIFY(sheet->findings.isEmpty());
        QVERIFY(sheet->orders.size() >= 12);
        QSet<QString> rates;
        int special = 0;
        int included = 0;
        int discounts = 0;
        int persons = 0;
        for (const Order &order : sheet->orders) {
            QVERIFY2(order.findings.isEmpty(), qPrintable(order.draft.serial));
            special += order.draft.kind == InvoiceKind::Special ? 1 : 0;
            included += order.draft.taxIncluded ? 1 : 0;
            persons += order.draft.naturalPerson ? 1 : 0;
            for (const DraftLine &line : order.draft.lines) {
                rates.insert(line.rate->toPercent());
                discounts += line.discount ? 1 : 0;
            }
        }
        QCOMPARE(rates, (QSet<QString>{u"13%"_s, u"9%"_s, u"6%"_s}));
        QVERIFY(special >= 5 && sheet->orders.size() - special >= 5);
        QVERIFY(included >= 4 && sheet->orders.size() - included >= 4);
        QVERIFY(discounts >= 4);
        QCOMPARE(persons, 1);
    }

    void passesTheRules()
    {
        const rules::ClassificationCatalogue catalogue(classification());
        QVERIFY(!catalogue.isEmpty());
        const auto sheet = readOrders(path());
        QVERIFY(sheet.ok());
        for (const Order &order : sheet->orders) {
            const InvoiceDraft draft = rules::tidied(order.draft, catalogue.lookup());
            const QList<Finding> findings = rules::check(draft, rules::compose(draft), facts(), catalogue.lookup());
            QStringList told;
            for (const Finding &finding : findings)
                told.append(u"%1 %2 %3: %4"_s.arg(draft.serial, finding.field).arg(finding.line).arg(finding.text));
            QVERIFY2(findings.isEmpty(), qPrintable(told.join(u'\n')));
        }
    }
};

QTEST_GUILESS_MAIN(TestXlsxSample)
#include "tst_xlsx_sample.moc"
