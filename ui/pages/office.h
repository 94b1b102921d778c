// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages of a signed-in user work with: the desk, the services on their thread, lists on another, and the
// company they work for. Lives on the UI thread and outlives every page.
#pragma once

#include "core/service/red_planning.h"
#include "core/service/red_watch.h"
#include "core/service/services.h"
#include "core/service/task_future.h"
#include "ui/kit/desk.h"
#include "ui/kit/worker.h"
#include "ui/pages/reader.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>

class QTimer;

namespace kp
{

class PracticeSide;

/// What is known of the way to the tax platform.
struct PlatformLink {
    enum class State { Unasked, Reached, Troubled };
    State state = State::Unasked;
    QString trouble; ///< its words, when troubled
};

/// A stored invoice that shall be written again.
struct Rewriting {
    enum class Purpose {
        Correct, ///< a refused one, under its number
        Copy,    ///< as the beginning of another one
    };
    InvoiceId invoice;
    Purpose purpose = Purpose::Copy;
};

/// Where the window finds its profile. The services live on the work thread.
struct Rooms {
    Worker &work;
    service::Services &services;
    service::Reversing &reversing;
    service::RedPlanning &planning;
    service::RedWatch &watch; ///< of the chosen company's confirmation forms
    QString databasePath;
    PracticeSide *practice = nullptr; ///< the other side, to practise with; none with a real connection
};

class Office : public QObject
{
    Q_OBJECT
public:
    Office(Desk desk, const Rooms &rooms, QObject *parent = nullptr);
    ~Office() override;

    [[nodiscard]] const Desk &desk() const { return m_desk; }
    [[nodiscard]] const Actor &actor() const { return m_desk.actor; }

    /// Runs job(service::Services &) on the work thread. The job takes all it needs by value.
    template<class F>
    auto ask(F job)
    {
        return m_rooms.work.run(
            [&services = m_rooms.services, job = std::move(job)]() mutable { return job(services); });
    }
    /// The same for a talk about confirmation forms: talk(service::Reversing &), which gives a task.
    template<class F>
    auto askReversing(F talk)
    {
        return m_rooms.work.run([&reversing = m_rooms.reversing, talk = std::move(talk)]() mutable {
            return service::asFuture(talk(reversing));
        });
    }
    /// job(service::RedPlanning &) on the work thread, as with ask().
    template<class F>
    auto askPlanning(F job)
    {
        return m_rooms.work.run(
            [&planning = m_rooms.planning, job = std::move(job)]() mutable { return job(planning); });
    }
    /// The other side of invoices, to practise with; nullptr with a real connection.
    [[nodiscard]] PracticeSide *practice() const;
    /// For a job beside the window, which may still be at work when the office has been left.
    [[nodiscard]] const Rooms &rooms() const { return m_rooms; }
    /// For lists and look-ups.
    [[nodiscard]] Reader &reader() { return m_reader; }
    /// For what takes long, so that lists need not wait for it.
    [[nodiscard]] Reader &longReader() { return m_longReader; }

    /// Loads companies and facts; call once after the signals are connected.
    void start();
    [[nodiscard]] const QList<service::CompanyChoice> &companies() const { return m_companies; }
    /// The company the user works for; nullptr while none is set up or known.
    [[nodiscard]] const service::CompanyChoice *company() const;
    [[nodiscard]] CompanyId companyId() const { return m_company; }
    /// False until they have been read for the first time.
    [[nodiscard]] bool knowsCompanies() const { return m_knowsCompanies; }
    void choose(CompanyId company);
    /// What drafts are judged by; nullptr while it is not here, or when the user may not issue.
    [[nodiscard]] const IssuingFacts *facts() const { return m_facts ? &*m_facts : nullptr; }
    [[nodiscard]] std::shared_ptr<const rules::ClassificationCatalogue> classification() const { return m_classes; }
    [[nodiscard]] const std::optional<service::StockLevel> &stock() const { return m_stock; }
    [[nodiscard]] const PlatformLink &link() const { return m_link; }
    /// Invoices, of all companies, that wait for the tax platform.
    [[nodiscard]] qint64 waiting() const { return m_waiting; }

    /// Asks the platform again for what it knows of the company, and draws stock that runs low.
    void refreshFromPlatform();
    /// What drafts are judged by and issued from, read anew: facts, stock, and what the platform says of both.
    void refresh();
    /// Sends what waits now.
    void retryNow();
    /// Reads the company's confirmation forms from the platform now; otherwise that is done every few minutes.
    void synchroniseForms();
    [[nodiscard]] bool isReadingForms() const { return m_readingForms; }
    /// Opens a page of the catalogue, or goes to it when it is open.
    void open(const QString &page, const QString &argument = {}) { Q_EMIT openAsked(page, argument); }

    /// A page has done its work: it is closed, and the page of the navigation that it was opened from comes to the
    /// front as it was left; without one, @p otherwise.
    void leave(QWidget *page, const QString &otherwise) { Q_EMIT leaveAsked(page, otherwise); }

    /// Opens a page of records and shows one of them there.
    void openRecord(const QString &page, qint64 id);

    /// Opens the issuing page and puts an invoice's content on it.
    void rewrite(const Rewriting &rewriting);

Q_SIGNALS:
    void companiesChanged();
    /// Another company: lists and forms begin anew.
    void companyChanged();
    void factsChanged();
    void stockChanged();
    void linkChanged();
    /// The platform has answered refreshFromPlatform(). @param trouble empty when it went well
    void platformRead(const QString &trouble);
    void waitingChanged();
    /// Reading forms has begun or ended. @param outcome of a reading that has ended
    void formsRead(const kp::Outcome &outcome);
    /// Forms of others have come that the company must answer.
    void formsReceived(const QList<kp::RedFormId> &forms);
    /// Committed changes of the last moment, told together.
    void tablesChanged(const QStringList &tables);
    void openAsked(const QString &page, const QString &argument);
    void leaveAsked(QWidget *page, const QString &otherwise);
    void recordAsked(const QString &page, qint64 id);
    void rewriteAsked(const kp::Rewriting &rewriting);
    void failed(const kp::Fault &fault);

private:
    void listen();
    void collect(const QStringList &tables);
    void loadFacts();
    void loadStock();
    void loadWaiting();
    void watchForms();
    void endReadingForms(CompanyId company, const Outcome &outcome);
    void goOnWithPlans();
    void takeStock(const service::StockLevel &level);
    void setLink(PlatformLink::State state, const QString &trouble);

    const Desk m_desk;
    const Rooms m_rooms; ///< the services are touched inside ask() only
    Reader m_reader;
    Reader m_longReader;
    QList<service::CompanyChoice> m_companies;
    bool m_knowsCompanies = false;
    CompanyId m_company;
    std::optional<IssuingFacts> m_facts;
    std::shared_ptr<const rules::ClassificationCatalogue> m_classes;
    std::optional<service::StockLevel> m_stock;
    PlatformLink m_link;
    qint64 m_waiting = 0;
    bool m_readingForms = false;
    QStringList m_changed;
    QTimer *m_telling;
    QElapsedTimer m_told;   ///< since it was told last
    QTimer *m_upkeep;       ///< a window may stay open for days, over the end of a month
    CompanyId m_refreshing; ///< whose facts and stock are being asked for
};

} // namespace kp
