-- SPDX-License-Identifier: GPL-3.0-or-later
-- Red invoices stand among the others: what they reverse, by which confirmation form, and line by line.

ALTER TABLE invoice ADD COLUMN reversal_blueNumber TEXT NOT NULL DEFAULT '';
ALTER TABLE invoice ADD COLUMN reversal_form TEXT NOT NULL DEFAULT ''
    CHECK ((reversal_form = '') = (reversal_blueNumber = ''));
ALTER TABLE invoice ADD COLUMN reversal_formUuid TEXT NOT NULL DEFAULT ''
    CHECK ((reversal_formUuid = '') = (reversal_blueNumber = ''));
ALTER TABLE invoice_line ADD COLUMN blueLine INTEGER NOT NULL DEFAULT 0 CHECK (blueLine >= 0);
CREATE INDEX invoice_reversal ON invoice (reversal_blueNumber) WHERE reversal_blueNumber <> '';
-- 一单一票: a form allows one red invoice; one that was given up does not count.
CREATE UNIQUE INDEX invoice_form ON invoice (reversal_formUuid)
    WHERE reversal_formUuid <> '' AND state <> 'discarded';

-- What an invoice reverses is never corrected: another reversal is another invoice.
CREATE TRIGGER invoice_reversed BEFORE UPDATE OF reversal_blueNumber, reversal_form, reversal_formUuid ON invoice
WHEN OLD.reversal_blueNumber <> NEW.reversal_blueNumber OR OLD.reversal_form <> NEW.reversal_form
    OR OLD.reversal_formUuid <> NEW.reversal_formUuid
BEGIN
    SELECT raise(ABORT, 'an invoice keeps what it reverses');
END;

-- 红字确认单, as the platform has told of them. side: which of the two the company is.
CREATE TABLE red_form (
    id INTEGER PRIMARY KEY,
    line_count INTEGER NOT NULL CHECK (line_count >= 0), -- 0: only the list has told of it yet
    company INTEGER NOT NULL REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL CHECK (number <> ''),
    uuid TEXT NOT NULL CHECK (uuid <> ''),
    side TEXT NOT NULL CHECK (side IN ('0', '1')),
    enteredBy TEXT NOT NULL CHECK (enteredBy IN ('0', '1')),
    seller_name TEXT NOT NULL,
    seller_taxNumber TEXT NOT NULL,
    buyer_name TEXT NOT NULL,
    buyer_taxNumber TEXT NOT NULL,
    blueNumber TEXT NOT NULL CHECK (blueNumber <> ''),
    blueIssuedAt TEXT,
    blueNet INTEGER NOT NULL,
    blueTax INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind BETWEEN '01' AND '99'),
    taxMode TEXT NOT NULL CHECK (taxMode BETWEEN '00' AND '99'),
    reason TEXT NOT NULL CHECK (reason BETWEEN '01' AND '99'),
    net INTEGER NOT NULL,
    tax INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state GLOB '[0-9][0-9]'),
    valid INTEGER NOT NULL CHECK (valid IN (0, 1)),
    enteredAt TEXT NOT NULL CHECK (enteredAt BETWEEN '2000-01-01 00:00:00' AND '2099-12-31 23:59:59'),
    confirmedAt TEXT,
    redNumber TEXT NOT NULL,
    redIssuedAt TEXT,
    UNIQUE (company, uuid)
) STRICT;
CREATE UNIQUE INDEX red_form_lines ON red_form (id, line_count);
CREATE INDEX red_form_by_entry ON red_form (company, enteredAt, id);
CREATE INDEX red_form_by_state ON red_form (company, state);
CREATE INDEX red_form_blue ON red_form (blueNumber);
CREATE TRIGGER red_form_identity BEFORE UPDATE OF id, company, number, uuid, side, enteredBy, blueNumber, reason, net,
    tax ON red_form
WHEN OLD.id <> NEW.id OR OLD.company <> NEW.company OR OLD.number <> NEW.number OR OLD.uuid <> NEW.uuid
    OR OLD.side <> NEW.side OR OLD.enteredBy <> NEW.enteredBy OR OLD.blueNumber <> NEW.blueNumber
    OR OLD.reason <> NEW.reason OR OLD.net <> NEW.net OR OLD.tax <> NEW.tax
BEGIN
    SELECT raise(ABORT, 'a confirmation form keeps what was applied for');
END;
CREATE TRIGGER red_form_issued BEFORE UPDATE ON red_form
WHEN OLD.redNumber <> '' AND (NEW.redNumber <> OLD.redNumber OR NEW.state <> OLD.state)
BEGIN
    SELECT raise(ABORT, 'a confirmation form whose red invoice is issued never changes');
END;
CREATE TRIGGER red_form_removed BEFORE DELETE ON red_form
BEGIN
    SELECT raise(ABORT, 'confirmation forms are kept');
END;

CREATE TABLE red_form_line (
    form INTEGER NOT NULL,
    line_count INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0), -- the platform's own
    blueLine INTEGER NOT NULL CHECK (blueLine > 0),
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
    deduction INTEGER,
    PRIMARY KEY (form, number),
    FOREIGN KEY (form, line_count) REFERENCES red_form (id, line_count) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TRIGGER red_form_line_changed BEFORE UPDATE ON red_form_line
BEGIN
    SELECT raise(ABORT, 'the lines of a confirmation form are kept');
END;
CREATE TRIGGER red_form_line_removed BEFORE DELETE ON red_form_line
BEGIN
    SELECT raise(ABORT, 'the lines of a confirmation form are kept');
END;

CREATE TABLE red_form_history (
    form INTEGER NOT NULL REFERENCES red_form (id) DEFERRABLE INITIALLY DEFERRED,
    step INTEGER NOT NULL CHECK (step > 0),
    at_ms INTEGER NOT NULL,
    from_state TEXT,
    to_state TEXT NOT NULL,
    red_number TEXT NOT NULL, -- the red invoice that this step brought
    PRIMARY KEY (form, step)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER red_form_history_changed BEFORE UPDATE ON red_form_history
BEGIN
    SELECT raise(ABORT, 'history is only added to');
END;
CREATE TRIGGER red_form_history_removed BEFORE DELETE ON red_form_history
BEGIN
    SELECT raise(ABORT, 'history is only added to');
END;
