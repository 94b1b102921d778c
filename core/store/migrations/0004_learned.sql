-- SPDX-License-Identifier: GPL-3.0-or-later
-- The classification code a company chose for an item's name; folded is the name as names are compared.
CREATE TABLE learned_classification (
    company INTEGER NOT NULL REFERENCES company (id),
    folded TEXT NOT NULL CHECK (folded <> ''),
    item TEXT NOT NULL,
    code TEXT NOT NULL CHECK (length(code) = 19),
    person INTEGER NOT NULL REFERENCES person (id),
    learned_ms INTEGER NOT NULL,
    PRIMARY KEY (company, folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX learned_classification_newest ON learned_classification (company, learned_ms DESC);
