-- SPDX-License-Identifier: GPL-3.0-or-later
-- 红冲方案: how an issued invoice is turned into what it should have been, and how far that has come.

CREATE TABLE red_plan (
    id INTEGER PRIMARY KEY,
    step_count INTEGER NOT NULL CHECK (step_count > 0),
    company INTEGER NOT NULL REFERENCES company (id),
    blueNumber TEXT NOT NULL CHECK (blueNumber <> ''),
    wanted TEXT NOT NULL, -- as table draft keeps one; empty: it should never have been issued
    reason TEXT NOT NULL CHECK (reason = '' OR reason BETWEEN '01' AND '99'),
    base TEXT NOT NULL, -- [[line, net, tax]]: what was left of the invoice, in fen
    state TEXT NOT NULL CHECK (state IN ('standing', 'done', 'failed', 'abandoned')),
    message TEXT NOT NULL,
    begunBy TEXT NOT NULL,
    begun_ms INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX red_plan_steps ON red_plan (id, step_count);
CREATE INDEX red_plan_company ON red_plan (company, begun_ms);
-- Two plans at once would reverse the same lines.
CREATE UNIQUE INDEX red_plan_standing ON red_plan (company, blueNumber) WHERE state = 'standing';
CREATE TRIGGER red_plan_kept BEFORE UPDATE ON red_plan
WHEN OLD.state <> 'standing' OR OLD.id <> NEW.id OR OLD.step_count <> NEW.step_count OR OLD.company <> NEW.company
    OR OLD.blueNumber <> NEW.blueNumber OR OLD.wanted <> NEW.wanted OR OLD.reason <> NEW.reason
    OR OLD.base <> NEW.base OR OLD.begunBy <> NEW.begunBy OR OLD.begun_ms <> NEW.begun_ms
BEGIN
    SELECT raise(ABORT, 'a plan is carried out as it was made, or ends');
END;
CREATE TRIGGER red_plan_removed BEFORE DELETE ON red_plan
BEGIN
    SELECT raise(ABORT, 'plans are kept');
END;

CREATE TABLE red_plan_step (
    plan INTEGER NOT NULL,
    step_count INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND step_count),
    kind TEXT NOT NULL CHECK (kind IN ('reverse', 'issue')),
    content TEXT NOT NULL, -- the form that is applied for, or the draft that is issued
    confirmer TEXT NOT NULL CHECK (confirmer IN ('', '0', '1')),
    net INTEGER NOT NULL,
    tax INTEGER NOT NULL,
    credit INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN
        ('planned', 'applying', 'waits', 'ready', 'issuing', 'refused', 'done', 'failed', 'abandoned')),
    form INTEGER REFERENCES red_form (id) DEFERRABLE INITIALLY DEFERRED,
    invoice INTEGER REFERENCES invoice (id) DEFERRABLE INITIALLY DEFERRED,
    message TEXT NOT NULL,
    seenForms TEXT NOT NULL, -- uuids of the forms there were before the application, one a line
    PRIMARY KEY (plan, number),
    FOREIGN KEY (plan, step_count) REFERENCES red_plan (id, step_count) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TRIGGER red_plan_step_kept BEFORE UPDATE ON red_plan_step
WHEN OLD.state IN ('done', 'failed', 'abandoned') OR OLD.plan <> NEW.plan OR OLD.step_count <> NEW.step_count
    OR OLD.number <> NEW.number OR OLD.kind <> NEW.kind OR OLD.content <> NEW.content
    OR OLD.confirmer <> NEW.confirmer OR OLD.net <> NEW.net OR OLD.tax <> NEW.tax OR OLD.credit <> NEW.credit
    OR (OLD.form IS NOT NULL AND OLD.form IS NOT NEW.form)
BEGIN
    SELECT raise(ABORT, 'a step is carried out as it was planned, or ends');
END;
CREATE TRIGGER red_plan_step_removed BEFORE DELETE ON red_plan_step
BEGIN
    SELECT raise(ABORT, 'plans are kept');
END;
