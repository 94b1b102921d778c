// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kp::sandbox
{

/// What --help prints below the options.
inline constexpr const char *controlHelp = R"(
The platform answers POST on  /access/sandbox/v2/invoke/{nlbm}/{fwbm}  (also /access/v2/… and
/access/newsandbox/v2/…, with or without a trailing slash) with the headers jrdwptbh (connection) and sydwptbh
(unit); the body is the Base64 of SM4-ECB with the connection's key over UTF-8 JSON. Operations: CXNSRJBXX CXNSRFXXX
CXKYSL CXSSFLBM QDFPPLFM CXSXED XZTHSXED TZSXEDYXQ QDFPSC CXQDFPSCJG, of red invoices QDHZQRDSQ QDHZQRDQR
CXQDHZQRDLB CXQDHZQRDMX FPZTXXCX FPCY_NEW, and without {nlbm} LQSX_SWZJ_GT4_CXXNQYXX LQSX_SWZJ_GT4_QYXXCSH.

Control interface (same port, loopback only, JSON; times at UTC+8, amounts as strings):
  GET  /control/ledger[?seller=TAXNUMBER]
         {"invoices":[{number, kind 01|02, colour blue|red, seller_tax_number, seller_name, buyer_tax_number,
         buyer_name, net, tax, gross, issued_at, accepted_at, received, received_differing, blue_number, red_form}]}:
         every number the platform accepted; how often it came in all, and how often with other content than the
         accepted one; which invoice a red one reverses, and on which form
  GET  /control/invoice?number=NUMBER     the accepted invoice as it came
  GET  /control/requests                  calls of each operation, and those with forbidden \uXXXX escapes
  GET  /control/faults                    what is ordered at present
  POST /control/faults                    a list of faults replaces the list; an object sets the members it has:
         {"faults":[…], "latency_ms":0, "processing_polls":0, "processing_ms":0}
         latency_ms       added to every answer
         processing_polls polls of each new upload that are answered 01 (still processing)
         processing_ms    time during which each new upload is answered 01
         a fault: {"kind":…, "operation":"QDFPSC" or "*", "times":1 (-1 for ever), "probability":1, "ms":0,
         "processed":false}; kinds:
           delay             answers ms later
           drop_before       connection dropped, nothing processed
           drop_after        processed, connection dropped
           half_answer       processed, half the answer, connection dropped
           http_500          HTTP status 500            } "processed":true: the request is
           envelope_status   httpStatusCode not 200     } processed all the same
           error             Response.Error             }
           wrong_key         processed, answer encrypted with another key
           force_failed      QDFPSC: every invoice 02; other operations: returncode 01, nothing processed
           force_duplicate   QDFPSC: accepted, but told as 03
           processing        CXQDFPSCJG: every invoice 01
           numbers_exhausted QDFPPLFM refused
           quota_exhausted   XZTHSXED refused; QDFPSC: every invoice 02
  POST /control/clock                     {"shift_seconds":N}, {"move_seconds":N} (on from where it stands) or
         {"now":"yyyy-MM-dd HH:mm:ss"}; kept over restarts
  GET  /control/company                   the companies and what can be set
  POST /control/company                   {"tax_number":…, and any of: "month_quota":"100.00" (9999999999999999 = on
         demand), "risk":"01" high … "04" none, "alert":"01" red, "flagged":"Y", "state":"03" normal, "suspended":"Y",
         "filed":"N" (quota ends on the 15th), "kind":"1" general | "2" small-scale, "industry":"6312"}
  GET  /control/use?number=NUMBER         what the buyer has done with an invoice
  POST /control/use                       {"number":…, and any of: "vat_use":"0" (fpyt), "posted":"01" (rzzt; 02 posted),
         "stock_use":"00" (xfsyt), "voucher":"01" (ycpzzt; 02 abnormal), "locked":"N" (hzsdbs), "voided":"N"}
  GET  /control/red[?taxpayer=TAXNUMBER]  {"forms":[…], "blue_invoices":[{number, rest_net, rest_tax, status}]}: the
         red forms a taxpayer has a part in, and what is left of their blue invoices
  POST /control/red                       plays a side of a red form, or the platform:
         {"act":"agree"|"refuse"|"withdraw", "uuid":…, "side":"seller"|"buyer"}
         {"act":"apply", "blue":NUMBER, "side":…, "reason":"01"…"04", and perhaps "lines":[{"line":1, "quantity":"1",
         "net":"50.00", "tax":"6.50"}]}; everything that is left when there are no lines
         {"act":"abnormal"|"blocked"|"person_refused"|"refund", "uuid":…}
         Unanswered forms lapse after 72 hours by the clock of /control/clock
  POST /control/reset                     forgets ranges, quota, invoices, red forms, faults, clock and settings; keys
         stay, and numbers once given are not given again

Exit codes: 0 stopped on request, or credentials printed; 1 it can not start; 2 wrong arguments.
)";

} // namespace kp::sandbox
