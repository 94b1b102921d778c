-- SPDX-License-Identifier: GPL-3.0-or-later
-- The tables of the first version. Amounts are fen, rates millionths, quantities and prices decimal text, moments
-- milliseconds since 1970 UTC (…_ms), issue times "yyyy-MM-dd HH:mm:ss" in China time. The columns of records that have
-- a schema bear its keys, with _ for the dot. Where rows are many, a CHECK has no IN with more than two values: SQLite
-- builds a table of them for each row. SQLite also keeps a journal of every statement that adds several rows, which
-- takes longer than adding them, when a CHECK calls a function or what the rows refer to is looked at before the
-- transaction ends: so neither is done there.

CREATE TABLE connection (
    id INTEGER PRIMARY KEY,
    platform_id TEXT NOT NULL UNIQUE CHECK (platform_id <> ''),
    url TEXT NOT NULL,
    poll_seconds INTEGER NOT NULL CHECK (poll_seconds > 0)
) STRICT;

CREATE TABLE company (
    id INTEGER PRIMARY KEY,
    connection INTEGER NOT NULL REFERENCES connection (id),
    platform_id TEXT NOT NULL,
    name TEXT NOT NULL,
    tax_number TEXT NOT NULL UNIQUE CHECK (tax_number <> ''),
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    bank TEXT NOT NULL,
    account TEXT NOT NULL,
    taxpayer_kind INTEGER NOT NULL CHECK (taxpayer_kind BETWEEN 1 AND 5),
    authority TEXT NOT NULL,
    state_code TEXT NOT NULL,
    risk_class TEXT NOT NULL,
    alert TEXT NOT NULL,
    risk_marked INTEGER NOT NULL CHECK (risk_marked IN (0, 1)),
    facts_at TEXT
) STRICT;
CREATE INDEX company_connection ON company (connection);

CREATE TABLE usable_rate (
    company INTEGER NOT NULL REFERENCES company (id),
    position INTEGER NOT NULL,
    rate INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 1000000),
    levy INTEGER NOT NULL CHECK (levy IN (0, 1)),
    valid_from TEXT,
    valid_to TEXT,
    PRIMARY KEY (company, position)
) STRICT, WITHOUT ROWID;

-- An invoice is written once. Only a refused one may be corrected, only its state and the platform's words move on, and
-- what is issued or discarded stands for ever.
CREATE TABLE invoice (
    id INTEGER PRIMARY KEY,
    company INTEGER NOT NULL REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL
        CHECK (state = 'issued' OR state = 'queued' OR state = 'sending' OR state = 'processing' OR state = 'unknown'
            OR state = 'refused' OR state = 'discarded'),
    kind TEXT NOT NULL CHECK (kind BETWEEN '01' AND '99'),
    serial TEXT NOT NULL CHECK (serial <> ''),
    number TEXT NOT NULL CHECK (number <> ''),
    -- 0 while the invoice holds its number; its own id once it is discarded and the number may go to another one
    number_turn INTEGER NOT NULL DEFAULT 0 CHECK (number_turn = CASE state WHEN 'discarded' THEN id ELSE 0 END),
    issuedAt TEXT NOT NULL CHECK (issuedAt BETWEEN '2000-01-01 00:00:00' AND '2099-12-31 23:59:59'),
    net INTEGER NOT NULL,
    tax INTEGER NOT NULL,
    naturalPerson INTEGER NOT NULL CHECK (naturalPerson IN (0, 1)),
    practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
    buyer_name TEXT NOT NULL,
    buyer_taxNumber TEXT NOT NULL,
    buyer_address TEXT NOT NULL,
    buyer_phone TEXT NOT NULL,
    buyer_bank TEXT NOT NULL,
    buyer_account TEXT NOT NULL,
    buyerEmail TEXT NOT NULL,
    seller_name TEXT NOT NULL,
    seller_taxNumber TEXT NOT NULL,
    seller_address TEXT NOT NULL,
    seller_phone TEXT NOT NULL,
    seller_bank TEXT NOT NULL,
    seller_account TEXT NOT NULL,
    showBuyerContact INTEGER NOT NULL CHECK (showBuyerContact IN (0, 1)),
    showBuyerBank INTEGER NOT NULL CHECK (showBuyerBank IN (0, 1)),
    showSellerContact INTEGER NOT NULL CHECK (showSellerContact IN (0, 1)),
    showSellerBank INTEGER NOT NULL CHECK (showSellerBank IN (0, 1)),
    issuer TEXT NOT NULL,
    payee TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    remark TEXT NOT NULL,
    message TEXT NOT NULL,
    line_count INTEGER NOT NULL CHECK (line_count >= 0)
) STRICT;
CREATE UNIQUE INDEX invoice_lines ON invoice (id, line_count);
CREATE UNIQUE INDEX invoice_serial ON invoice (company, serial);
CREATE UNIQUE INDEX invoice_number ON invoice (number, number_turn);
CREATE INDEX invoice_state ON invoice (state);
-- One for each order a list can have, wide enough that the keys of a list are read without the rows.
CREATE INDEX invoice_by_id ON invoice (id, company, state, kind, issuedAt, net, tax);
CREATE INDEX invoice_by_time ON invoice (issuedAt, id, company);
CREATE INDEX invoice_by_buyer ON invoice (buyer_name, id, company);
CREATE INDEX invoice_by_net ON invoice (net, id, company);

CREATE TRIGGER invoice_settled BEFORE UPDATE ON invoice WHEN OLD.state IN ('issued', 'discarded')
BEGIN
    SELECT raise(ABORT, 'an issued or discarded invoice can not be changed');
END;
CREATE TRIGGER invoice_identity BEFORE UPDATE OF id, company, serial, number ON invoice
WHEN OLD.id <> NEW.id OR OLD.company <> NEW.company OR OLD.serial <> NEW.serial OR OLD.number <> NEW.number
BEGIN
    SELECT raise(ABORT, 'an invoice keeps its company, serial and number');
END;
-- The platform may hold what was sent, so it can only be written anew once the platform has refused it.
CREATE TRIGGER invoice_content
BEFORE UPDATE OF kind, issuedAt, net, tax, naturalPerson, practice, buyer_name, buyer_taxNumber, buyer_address,
    buyer_phone, buyer_bank, buyer_account, buyerEmail, seller_name, seller_taxNumber, seller_address, seller_phone,
    seller_bank, seller_account, showBuyerContact, showBuyerBank, showSellerContact, showSellerBank, issuer, payee,
    reviewer, remark, line_count ON invoice
WHEN OLD.state <> 'refused'
BEGIN
    SELECT raise(ABORT, 'only a refused invoice can be corrected');
END;
CREATE TRIGGER invoice_kept BEFORE DELETE ON invoice
BEGIN
    SELECT raise(ABORT, 'an invoice is never deleted');
END;

-- Each line says "number of line_count", and its invoice must say the same: so an invoice has no room for a line that
-- was not stored with it. (A trigger on each new line would take longer than storing the line.)
CREATE TABLE invoice_line (
    invoice INTEGER NOT NULL,
    line_count INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND line_count),
    nature TEXT NOT NULL CHECK (nature = '00' OR nature = '01' OR nature = '02'),
    item TEXT NOT NULL,
    classification TEXT NOT NULL,
    shortName TEXT NOT NULL,
    spec TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity TEXT,
    price TEXT,
    net INTEGER NOT NULL,
    rate INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 1000000),
    tax INTEGER NOT NULL,
    preference TEXT NOT NULL,
    PRIMARY KEY (invoice, number),
    FOREIGN KEY (invoice, line_count) REFERENCES invoice (id, line_count) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TRIGGER invoice_line_changed BEFORE UPDATE ON invoice_line
BEGIN
    SELECT raise(ABORT, 'lines are replaced, not changed');
END;
CREATE TRIGGER invoice_line_removed BEFORE DELETE ON invoice_line
WHEN (SELECT state FROM invoice WHERE id = OLD.invoice) <> 'refused'
BEGIN
    SELECT raise(ABORT, 'only a refused invoice can be corrected');
END;

CREATE TABLE invoice_history (
    invoice INTEGER NOT NULL REFERENCES invoice (id) DEFERRABLE INITIALLY DEFERRED,
    step INTEGER NOT NULL CHECK (step > 0),
    at_ms INTEGER NOT NULL,
    from_state TEXT,
    to_state TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (invoice, step)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER invoice_history_changed BEFORE UPDATE ON invoice_history
BEGIN
    SELECT raise(ABORT, 'history is only added to');
END;
CREATE TRIGGER invoice_history_removed BEFORE DELETE ON invoice_history
BEGIN
    SELECT raise(ABORT, 'history is only added to');
END;

-- What a search looks at: the searchable fields of an invoice, folded, one a line; and the index over their one- and
-- two-character pieces. The pieces of invoices up to indexed_to are in the index; later ones are scanned.
CREATE TABLE invoice_text (
    invoice INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE invoice_piece USING fts5 (
    pieces, content = '', detail = none, columnsize = 0,
    tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'"
);
INSERT INTO invoice_piece (invoice_piece, rank) VALUES ('hashsize', 8388608);
CREATE TABLE search_progress (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    indexed_to INTEGER NOT NULL
) STRICT;
INSERT INTO search_progress VALUES (1, 0);

CREATE TABLE outbox (
    invoice INTEGER PRIMARY KEY REFERENCES invoice (id) DEFERRABLE INITIALLY DEFERRED,
    company INTEGER NOT NULL REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
    due_ms INTEGER NOT NULL,
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    receipt TEXT NOT NULL,
    ever_unanswered INTEGER NOT NULL CHECK (ever_unanswered IN (0, 1)),
    credit_month TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_due ON outbox (due_ms);
-- Without its row an invoice on its way would be stuck: nobody would ask the platform for it.
CREATE TRIGGER outbox_kept BEFORE DELETE ON outbox
WHEN (SELECT state FROM invoice WHERE id = OLD.invoice) IN ('queued', 'sending', 'processing', 'unknown')
BEGIN
    SELECT raise(ABORT, 'an invoice on its way stays in the outbox');
END;

CREATE TABLE number_range (
    id INTEGER PRIMARY KEY,
    company INTEGER NOT NULL REFERENCES company (id),
    year INTEGER NOT NULL,
    first TEXT NOT NULL UNIQUE CHECK (length(first) = 20),
    last TEXT NOT NULL UNIQUE CHECK (length(last) = 20 AND last >= first),
    count INTEGER NOT NULL CHECK (count > 0),
    taken INTEGER NOT NULL DEFAULT 0 CHECK (taken BETWEEN 0 AND count)
) STRICT;
CREATE INDEX number_range_company ON number_range (company, year, first);
CREATE TRIGGER number_range_taken BEFORE UPDATE OF taken ON number_range WHEN NEW.taken < OLD.taken
BEGIN
    SELECT raise(ABORT, 'a number is handed out once; given back it goes to number_free');
END;
CREATE TRIGGER number_range_kept BEFORE DELETE ON number_range
BEGIN
    SELECT raise(ABORT, 'a range is never deleted');
END;

-- Numbers of discarded invoices that wait for another one. Which numbers are in use is said by the invoices themselves.
CREATE TABLE number_free (
    number TEXT PRIMARY KEY CHECK (length(number) = 20),
    company INTEGER NOT NULL REFERENCES company (id),
    year INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE credit_month (
    company INTEGER NOT NULL REFERENCES company (id),
    month TEXT NOT NULL CHECK (length(month) = 6),
    downloaded INTEGER NOT NULL CHECK (downloaded >= 0),
    used INTEGER NOT NULL CHECK (used >= 0),
    given_back INTEGER NOT NULL CHECK (given_back >= 0),
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    PRIMARY KEY (company, month),
    CHECK (used + given_back <= downloaded)
) STRICT, WITHOUT ROWID;

CREATE TABLE platform_request (
    request_id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('numbers', 'credit')),
    company INTEGER NOT NULL REFERENCES company (id),
    parameters TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done')),
    created_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX platform_request_open ON platform_request (created_ms) WHERE state = 'open';

CREATE TABLE classification (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    rates TEXT NOT NULL,
    summary INTEGER NOT NULL CHECK (summary IN (0, 1)),
    description TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    account TEXT NOT NULL CHECK (account <> ''),
    account_folded TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    all_companies INTEGER NOT NULL CHECK (all_companies IN (0, 1)),
    password_hash TEXT NOT NULL DEFAULT '',
    failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
    last_failure_ms INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE person_role (
    person INTEGER NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    PRIMARY KEY (person, role)
) STRICT, WITHOUT ROWID;
CREATE TABLE person_company (
    person INTEGER NOT NULL REFERENCES person (id),
    company INTEGER NOT NULL REFERENCES company (id),
    PRIMARY KEY (person, company)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    company INTEGER NOT NULL REFERENCES company (id),
    content TEXT NOT NULL,
    updated_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_person ON draft (person, company, updated_ms);

CREATE TABLE customer (
    id INTEGER PRIMARY KEY,
    company INTEGER NOT NULL REFERENCES company (id),
    name TEXT NOT NULL,
    tax_number TEXT NOT NULL,
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    bank TEXT NOT NULL,
    account TEXT NOT NULL,
    email TEXT NOT NULL,
    natural_person INTEGER NOT NULL CHECK (natural_person IN (0, 1)),
    search TEXT NOT NULL, -- name and tax number, folded
    last_used_ms INTEGER NOT NULL,
    UNIQUE (company, name, tax_number)
) STRICT;
CREATE INDEX customer_recent ON customer (company, last_used_ms);

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The journal. hash = SHA-256 of the hash of the entry before it and of this entry (core/store/audit_log.cpp).
-- audit_head says how far it goes, so that missing entries at its end are seen too.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    at_ms INTEGER NOT NULL,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    object TEXT NOT NULL,
    changes TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (hash <> x'')
) STRICT;
CREATE INDEX audit_object ON audit (object);
CREATE TRIGGER audit_changed BEFORE UPDATE ON audit
BEGIN
    SELECT raise(ABORT, 'the journal is only added to');
END;
CREATE TRIGGER audit_removed BEFORE DELETE ON audit
BEGIN
    SELECT raise(ABORT, 'the journal is only added to');
END;
CREATE TABLE audit_head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    count INTEGER NOT NULL CHECK (count >= 0),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO audit_head VALUES (1, 0, zeroblob(32));
CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head WHEN NEW.count <= OLD.count
BEGIN
    SELECT raise(ABORT, 'the journal only grows');
END;
CREATE TRIGGER audit_head_kept BEFORE DELETE ON audit_head
BEGIN
    SELECT raise(ABORT, 'the journal only grows');
END;
