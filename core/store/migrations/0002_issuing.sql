-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the complete issuing page adds to an invoice: the margin scheme with its vouchers, the buyer's agent, extra
-- elements, and marks of the company's own.

ALTER TABLE invoice ADD COLUMN taxMode TEXT NOT NULL DEFAULT '00' CHECK (taxMode BETWEEN '00' AND '99');
ALTER TABLE invoice ADD COLUMN buyerKind TEXT NOT NULL DEFAULT '01';
ALTER TABLE invoice ADD COLUMN buyer_idType TEXT NOT NULL DEFAULT '';
ALTER TABLE invoice ADD COLUMN buyer_idNumber TEXT NOT NULL DEFAULT '';
ALTER TABLE invoice ADD COLUMN buyer_country TEXT NOT NULL DEFAULT '';
ALTER TABLE invoice ADD COLUMN agent_name TEXT NOT NULL DEFAULT '';
ALTER TABLE invoice ADD COLUMN agent_idType TEXT NOT NULL DEFAULT '';
ALTER TABLE invoice ADD COLUMN agent_idNumber TEXT NOT NULL DEFAULT '';
ALTER TABLE invoice ADD COLUMN agent_country TEXT NOT NULL DEFAULT '';
ALTER TABLE invoice ADD COLUMN agent_taxNumber TEXT NOT NULL DEFAULT '';
ALTER TABLE invoice ADD COLUMN agent_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE invoice ADD COLUMN businessType TEXT NOT NULL DEFAULT '';
ALTER TABLE invoice ADD COLUMN waiver TEXT NOT NULL DEFAULT '';
ALTER TABLE invoice ADD COLUMN refund TEXT NOT NULL DEFAULT '';
ALTER TABLE invoice ADD COLUMN taxService INTEGER NOT NULL DEFAULT 0 CHECK (taxService = 0 OR taxService = 1);
ALTER TABLE invoice ADD COLUMN serviceAgreement TEXT NOT NULL DEFAULT '';
ALTER TABLE invoice_line ADD COLUMN deduction INTEGER;

DROP TRIGGER invoice_content;
-- The platform may hold what was sent, so it can only be written anew once the platform has refused it.
CREATE TRIGGER invoice_content
BEFORE UPDATE OF kind, issuedAt, net, tax, naturalPerson, practice, buyer_name, buyer_taxNumber, buyer_address,
    buyer_phone, buyer_bank, buyer_account, buyerEmail, seller_name, seller_taxNumber, seller_address, seller_phone,
    seller_bank, seller_account, showBuyerContact, showBuyerBank, showSellerContact, showSellerBank, issuer, payee,
    reviewer, remark, line_count, taxMode, buyerKind, buyer_idType, buyer_idNumber, buyer_country, agent_name,
    agent_idType, agent_idNumber, agent_country, agent_taxNumber, agent_phone, businessType, waiver, refund, taxService,
    serviceAgreement ON invoice
WHEN OLD.state <> 'refused'
BEGIN
    SELECT raise(ABORT, 'only a refused invoice can be corrected');
END;

-- Few invoices have any of these, so that a trigger on each row costs nothing.
CREATE TABLE invoice_element (
    invoice INTEGER NOT NULL REFERENCES invoice (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position > 0),
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (invoice, position)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER invoice_element_added BEFORE INSERT ON invoice_element
WHEN (SELECT state FROM invoice WHERE id = NEW.invoice) NOT IN ('queued', 'refused')
BEGIN
    SELECT raise(ABORT, 'only a refused invoice can be corrected');
END;
CREATE TRIGGER invoice_element_changed BEFORE UPDATE ON invoice_element
BEGIN
    SELECT raise(ABORT, 'elements are replaced, not changed');
END;
CREATE TRIGGER invoice_element_removed BEFORE DELETE ON invoice_element
WHEN (SELECT state FROM invoice WHERE id = OLD.invoice) <> 'refused'
BEGIN
    SELECT raise(ABORT, 'only a refused invoice can be corrected');
END;

CREATE TABLE invoice_voucher (
    invoice INTEGER NOT NULL REFERENCES invoice (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position > 0),
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    number TEXT NOT NULL,
    date TEXT,
    total INTEGER NOT NULL,
    used INTEGER NOT NULL,
    remark TEXT NOT NULL,
    PRIMARY KEY (invoice, position)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER invoice_voucher_added BEFORE INSERT ON invoice_voucher
WHEN (SELECT state FROM invoice WHERE id = NEW.invoice) NOT IN ('queued', 'refused')
BEGIN
    SELECT raise(ABORT, 'only a refused invoice can be corrected');
END;
CREATE TRIGGER invoice_voucher_changed BEFORE UPDATE ON invoice_voucher
BEGIN
    SELECT raise(ABORT, 'vouchers are replaced, not changed');
END;
CREATE TRIGGER invoice_voucher_removed BEFORE DELETE ON invoice_voucher
WHEN (SELECT state FROM invoice WHERE id = OLD.invoice) <> 'refused'
BEGIN
    SELECT raise(ABORT, 'only a refused invoice can be corrected');
END;

-- When the person last had the draft in front: several stand side by side.
ALTER TABLE draft ADD COLUMN front_ms INTEGER NOT NULL DEFAULT 0;
