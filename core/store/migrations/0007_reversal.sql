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
