-- SPDX-License-Identifier: GPL-3.0-or-later
-- The workbook a person is issuing, with the cells he has repaired: {"sheet": {"row": {"column": "text"}}}. begun: it was
-- being issued and has not ended yet.
CREATE TABLE batch (
    person INTEGER NOT NULL REFERENCES person (id),
    company INTEGER NOT NULL REFERENCES company (id),
    name TEXT NOT NULL,
    workbook BLOB NOT NULL,
    repairs TEXT NOT NULL,
    begun INTEGER NOT NULL CHECK (begun IN (0, 1)),
    PRIMARY KEY (person, company)
) STRICT;
