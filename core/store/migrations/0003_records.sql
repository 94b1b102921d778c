-- SPDX-License-Identifier: GPL-3.0-or-later
-- Base data. The columns bear the keys of the schemas. Each writing of records takes the next turn, so that who holds
-- records in memory can ask for those written since. An id is never given twice (AUTOINCREMENT): the journal names
-- records by it. Times are "yyyy-MM-dd HH:mm:ss" in China time.
CREATE TABLE record_turn (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    turn INTEGER NOT NULL
) STRICT;
INSERT INTO record_turn VALUES (1, 1);

CREATE TABLE item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    turn INTEGER NOT NULL,
    company INTEGER NOT NULL REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL CHECK (name <> ''),
    code TEXT NOT NULL,
    category TEXT NOT NULL,
    classification TEXT NOT NULL,
    spec TEXT NOT NULL,
    unit TEXT NOT NULL,
    price TEXT,
    taxIncluded INTEGER NOT NULL CHECK (taxIncluded IN (0, 1)),
    rate INTEGER CHECK (rate BETWEEN 0 AND 1000000),
    preference TEXT NOT NULL,
    favourite INTEGER NOT NULL CHECK (favourite >= 0),
    revision INTEGER NOT NULL CHECK (revision > 0),
    changedBy TEXT NOT NULL,
    changedAt TEXT NOT NULL,
    UNIQUE (company, name, spec, unit)
) STRICT;
CREATE INDEX item_turn ON item (turn);
CREATE INDEX item_favourite ON item (company, favourite) WHERE favourite > 0;

-- Buyers remembered by issuing become customers. last_used_ms: when an invoice was last issued to them; 0: never.
ALTER TABLE customer RENAME TO remembered_buyer;
DROP INDEX customer_recent;
CREATE TABLE customer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    turn INTEGER NOT NULL,
    last_used_ms INTEGER NOT NULL DEFAULT 0,
    company INTEGER NOT NULL REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind BETWEEN '01' AND '99'),
    name TEXT NOT NULL,
    taxNumber TEXT NOT NULL,
    naturalPerson INTEGER NOT NULL CHECK (naturalPerson IN (0, 1)),
    code TEXT NOT NULL,
    category TEXT NOT NULL,
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    bank TEXT NOT NULL,
    account TEXT NOT NULL,
    contact TEXT NOT NULL,
    email TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
    changedBy TEXT NOT NULL,
    changedAt TEXT NOT NULL,
    UNIQUE (company, name, taxNumber)
) STRICT;
CREATE INDEX customer_turn ON customer (turn);
INSERT INTO customer
SELECT id, 1, last_used_ms, company, CASE natural_person WHEN 1 THEN '02' ELSE '01' END, name, tax_number,
    natural_person, '', '', address, phone, bank, account, '', email, 1, '',
    strftime('%Y-%m-%d %H:%M:%S', last_used_ms / 1000, 'unixepoch', '+8 hours')
FROM remembered_buyer;

-- 历史邮箱: where invoices to a customer went.
CREATE TABLE customer_email (
    customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    email TEXT NOT NULL,
    last_used_ms INTEGER NOT NULL,
    PRIMARY KEY (customer, email)
) STRICT, WITHOUT ROWID;
INSERT INTO customer_email SELECT id, email, last_used_ms FROM remembered_buyer WHERE email <> '';
DROP TABLE remembered_buyer;

CREATE TABLE extra_element (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    turn INTEGER NOT NULL,
    company INTEGER NOT NULL REFERENCES company (id),
    name TEXT NOT NULL CHECK (name <> ''),
    type TEXT NOT NULL CHECK (type IN ('text', 'number', 'date')),
    revision INTEGER NOT NULL CHECK (revision > 0),
    changedBy TEXT NOT NULL,
    changedAt TEXT NOT NULL,
    UNIQUE (company, name)
) STRICT;
CREATE TRIGGER extra_element_room BEFORE INSERT ON extra_element
WHEN (SELECT count(*) FROM extra_element WHERE company = NEW.company) >= 10
BEGIN
    SELECT raise(ABORT, 'a company has at most ten extra elements');
END;

-- elements: ids in their order, "3,5,4".
CREATE TABLE scene (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    turn INTEGER NOT NULL,
    company INTEGER NOT NULL REFERENCES company (id),
    name TEXT NOT NULL CHECK (name <> ''),
    elements TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
    changedBy TEXT NOT NULL,
    changedAt TEXT NOT NULL,
    UNIQUE (company, name)
) STRICT;
CREATE TRIGGER extra_element_used BEFORE DELETE ON extra_element
WHEN EXISTS (SELECT 1 FROM scene WHERE instr(',' || elements || ',', ',' || OLD.id || ',') > 0)
BEGIN
    SELECT raise(ABORT, 'a scene uses the extra element');
END;

CREATE TABLE business_type (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    turn INTEGER NOT NULL,
    company INTEGER NOT NULL REFERENCES company (id),
    name TEXT NOT NULL CHECK (name <> ''),
    note TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
    changedBy TEXT NOT NULL,
    changedAt TEXT NOT NULL,
    UNIQUE (company, name)
) STRICT;
