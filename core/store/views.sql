-- SPDX-License-Identifier: GPL-3.0-or-later
DROP VIEW IF EXISTS invoice_list;
-- What lists show: the columns of Schema<InvoiceSummary>, and company for the data scope.
CREATE VIEW invoice_list AS
SELECT id, company, number, kind, issuedAt, buyer_name, buyer_taxNumber, net, tax, state, issuer, serial, message,
    businessType
FROM invoice;
