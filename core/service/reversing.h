// SPDX-License-Identifier: GPL-3.0-or-later
// Reversing invoices: confirmation forms between the company and the platform, and the red invoices they allow.
//
// The platform keeps the forms; what is kept here is what it has told of them. Nothing is lost when the program ends or
// an answer does not come: before a form is applied for, the platform is asked which forms the invoice has already, and
// one that says the same is taken up instead of being applied for twice.
#pragma once

#include "core/base/clock.h"
#include "core/domain/access.h"
#include "core/domain/red_platform.h"
#include "core/rules/red_reversal.h"
#include "core/service/red_forms.h"
#include "core/service/services.h"

#include <QCoro/QCoroTask>

#include <QObject>
#include <QSet>

#include <memory>

namespace kp::service
{

/// A blue invoice with everything that decides how it can be reversed, as the platform has just told.
struct Prospect {
    Invoice blue;
    QList<RedForm> forms; ///< with their lines, oldest first
    rules::Reversibility may;
};

/// A form the platform tells of otherwise than it did before: what is kept of it stays as it is.
struct UnkeptForm {
    QString number;
    Fault why;
};

/// How many forms a synchronisation has read, and which of them are news.
struct RedSync {
    qint64 read = 0;
    QList<RedFormId> received; ///< the other side's, that await an answer and were not known before
    QList<UnkeptForm> unkept;
};

class Reversing final : public QObject
{
    Q_OBJECT
public:
    Reversing(Services &services, RedPlatform &platform, QObject *parent = nullptr);
    ~Reversing() override;

    /// What of an issued invoice of the company can be reversed: the platform is asked for its use and its forms.
    /// Faults: Denied, NotFound, Offline, Uncertain, Rejected.
    QCoro::Task<Result<Prospect>> prospect(Actor actor, CompanyId company, QString blueNumber);
    /// The same of an invoice the company has received, as its buyer: the platform gives its content, and nothing of it
    /// is kept. Faults: also Invalid (the company is not its buyer), Rejected (what is said of it is not so).
    QCoro::Task<Result<Prospect>> prospectAsBuyer(Actor actor, CompanyId company, BlueReference reference);
    /// All that is left of the invoice, for that reason.
    [[nodiscard]] static RedForm wholeForm(const Prospect &prospect, Side enteredBy, RedReason reason);

    /// Applies for a confirmation form. The platform is asked anew what may be reversed. Faults: also Invalid (the
    /// first finding), Uncertain (not known yet whether the platform has it: the list will tell), Conflict (the tax
    /// office lets the company issue nothing, as with consent and red invoices below).
    QCoro::Task<Result<RedForm>> apply(Actor actor, CompanyId company, RedForm form);
    /// Agrees, refuses or withdraws; gives the form as it stands then. Faults: Denied, NotFound, Conflict (it can not
    /// be done as the form stands), Offline, Uncertain, Rejected.
    QCoro::Task<Result<RedForm>> answer(Actor actor, RedFormId id, RedAnswer answer, QString opinion = {});
    /// Prepares the red invoice of a form and begins to send it. A form that has one gives that one. Faults: Denied,
    /// NotFound, Conflict (nothing can be issued as it stands; no number to be had), Offline, Uncertain, Rejected.
    QCoro::Task<Result<InvoiceId>> issue(Actor actor, RedFormId id);

    /// Reads the company's forms that were entered between two days, both inclusive, on either side, page by page.
    /// Those that contradict what is kept are left out and told. Faults: Denied, Offline, Uncertain, Rejected; what was
    /// read before stays.
    QCoro::Task<Result<RedSync>> synchronise(Actor actor, CompanyId company, QDate from, QDate to);
    /// The form with its lines, as the platform knows it now.
    QCoro::Task<Result<RedForm>> refresh(Actor actor, RedFormId id);

    /// What is kept here.
    [[nodiscard]] RedForms &forms() { return m_forms; }

private:
    static constexpr int pageSize = 100;
    static Fault endedMeanwhile();
    QCoro::Task<Result<Prospect>> prospectOf(Route route, Company company, Side side, Invoice blue);
    QCoro::Task<Result<Prospect>> prospectOfForm(Actor actor, CompanyId company, RedForm form);
    static Fault toldOtherwise(const RedForm &form);
    QCoro::Task<Result<RedForm>> applyAlone(Actor actor, CompanyId company, RedForm form);
    Outcome noteApplied(const Actor &actor, const RedForm &form);
    QCoro::Task<Outcome> mayIssueAtAll(CompanyId company);
    Result<RedForm> keep(const RedForm &form, const Company &company);
    Result<RedForm> keepOver(const std::optional<RedForm> &known, RedForm form, const Company &company);
    Outcome keepPage(const QList<RedForm> &page, const Company &company, RedSync &sync);
    QCoro::Task<Result<RedForm>> fetch(Route route, Company company, QString uuid, QString seller);
    QCoro::Task<Result<QList<RedForm>>> formsOf(Route route, Company company, Side side, QString blueNumber);
    QCoro::Task<Result<qint64>> readPages(
        Route route, Company company, RedFormFilter filter, std::shared_ptr<RedSync> sync);
    Result<InvoiceId> storeRed(const Actor &actor, const RedForm &form, const Invoice &blue);
    void noteIssued(InvoiceId id);

    Services &m_services;
    RedPlatform &m_platform;
    RedForms m_forms;
    QSet<QString> m_applying; ///< blue numbers
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace kp::service
