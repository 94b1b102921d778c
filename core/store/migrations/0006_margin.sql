-- SPDX-License-Identifier: GPL-3.0-or-later
-- 差额征税编码: what the platform allows of the margin scheme. rates: millionths, with commas between.
CREATE TABLE margin_code (
    company INTEGER NOT NULL REFERENCES company (id),
    code TEXT NOT NULL,
    net INTEGER NOT NULL CHECK (net IN (0, 1)),
    net_special INTEGER NOT NULL CHECK (net_special IN (0, 1)),
    gross_special INTEGER NOT NULL CHECK (gross_special IN (0, 1)),
    rates TEXT NOT NULL,
    PRIMARY KEY (company, code)
) STRICT, WITHOUT ROWID;
