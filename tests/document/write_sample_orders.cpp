// SPDX-License-Identifier: GPL-3.0-or-later
// Writes resources/samples/orders.xlsx anew: write_sample_orders FILE
#include "tests/document/sample_orders.h"

#include <QFile>
#include <QTextStream>

int main(int argc, char **argv)
{
    QTextStream out(stderr);
    if (argc != 2) {
        out << "usage: write_sample_orders FILE\n";
        return 2;
    }
    const auto written = kp::workbook::writeOrderWorkbook(QFile::decodeName(argv[1]), kp::test::sampleOrders());
    if (written)
        return 0;
    out << written.fault().message << '\n';
    return 1;
}
