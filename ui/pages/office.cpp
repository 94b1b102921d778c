// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/office.h"

#include <QTimer>

#include <algorithm>

namespace kp
{

namespace
{
constexpr int togetherMs = 60; // what is written at once is shown at once
constexpr int noHandMs = 250;  // what follows sooner is no person's doing: a batch commits many times a second, and
                               // each time every list reads anew, so that it is told of more and more rarely
constexpr int mostTogetherMs = 1000;
constexpr int upkeepMs = 3'600'000;
constexpr auto verdictWithin = std::chrono::seconds(60); // on an invoice of a plan that goes on by itself

struct FactsAndClasses {
    IssuingFacts facts;
    std::shared_ptr<const rules::ClassificationCatalogue> classes;
};

Result<FactsAndClasses> factsAndClasses(service::Services &services, const Actor &actor, CompanyId company)
{
    KP_TRY(facts, services.issuing.facts(actor, company));
    KP_TRY(classes, services.classifying.catalogue(actor, company));
    return FactsAndClasses{facts, classes};
}

struct CompaniesAndDefault {
    QList<service::CompanyChoice> companies;
    CompanyId byDefault;
};

Result<CompaniesAndDefault> companiesAndDefault(service::Services &services, const Actor &actor)
{
    KP_TRY(companies, services.setup.companies(actor));
    return CompaniesAndDefault{companies, services.setup.defaultCompany().valueOr(CompanyId())};
}

/// Facts first: what the company may issue decides more than how many numbers it has.
QCoro::Task<Outcome> refreshed(service::Services &services, CompanyId company)
{
    KP_CO_DO(co_await services.setup.refresh(company));
    KP_CO_DO(services.issuing.loadClassification());
    co_return co_await services.stock.replenish(company);
}
} // namespace

Office::Office(Desk desk, const Rooms &rooms, QObject *parent)
    : QObject(parent)
    , m_desk(std::move(desk))
    , m_rooms(rooms)
    , m_reader(rooms.databasePath)
    , m_longReader(rooms.databasePath)
    , m_classes(std::make_shared<const rules::ClassificationCatalogue>())
    , m_telling(new QTimer(this))
    , m_upkeep(new QTimer(this))
{
    m_upkeep->setInterval(upkeepMs);
    connect(m_upkeep, &QTimer::timeout, this, &Office::refreshFromPlatform);
    m_upkeep->start();
    m_telling->setSingleShot(true);
    connect(m_telling, &QTimer::timeout, this, [this] {
        m_told.start();
        Q_EMIT tablesChanged(std::exchange(m_changed, {}));
    });
    listen();
}

Office::~Office()
{
    ask([&watch = m_rooms.watch](service::Services &) {
        watch.stop();
        return true;
    });
}

/// The senders live on the work thread; what they say comes here as a queued call.
void Office::listen()
{
    connect(&m_rooms.services.store.database.changes(), &store::Changes::changed, this, &Office::collect);
    connect(&m_rooms.services.runner, &service::OutboxRunner::troubled, this,
        [this](const QString &message) { setLink(PlatformLink::State::Troubled, message); });
    connect(&m_rooms.services.runner, &service::OutboxRunner::reached, this,
        [this] { setLink(PlatformLink::State::Reached, {}); });
    connect(&m_rooms.watch, &service::RedWatch::synchronised, this,
        [this](CompanyId company, const service::RedSync &sync) {
            endReadingForms(company, Done{});
            setLink(PlatformLink::State::Reached, {});
            if (company == m_company)
                goOnWithPlans();
            if (company == m_company && !sync.received.isEmpty())
                Q_EMIT formsReceived(sync.received);
        });
    connect(&m_rooms.watch, &service::RedWatch::failed, this, [this](CompanyId company, const Fault &fault) {
        endReadingForms(company, fault);
        if (fault.kind == FaultKind::Offline || fault.kind == FaultKind::Uncertain)
            setLink(PlatformLink::State::Troubled, fault.message);
    });
}

void Office::start()
{
    loadWaiting();
    const auto answer = ask([actor = actor()](service::Services &s) { return companiesAndDefault(s, actor); });
    then(this, answer, [this](const Result<CompaniesAndDefault> &found) {
        if (!found) {
            Q_EMIT failed(found.fault());
            return;
        }
        m_companies = found->companies;
        m_knowsCompanies = true;
        Q_EMIT companiesChanged();
        const bool seen = std::any_of(m_companies.begin(), m_companies.end(),
            [&](const service::CompanyChoice &choice) { return choice.company.id == found->byDefault; });
        if (seen)
            choose(found->byDefault);
        else if (!m_companies.isEmpty())
            choose(m_companies.constFirst().company.id);
    });
}

const service::CompanyChoice *Office::company() const
{
    const auto it = std::find_if(m_companies.begin(), m_companies.end(),
        [this](const service::CompanyChoice &choice) { return choice.company.id == m_company; });
    return it == m_companies.end() ? nullptr : &*it;
}

PracticeSide *Office::practice() const
{
    return company() != nullptr && company()->practice ? m_rooms.practice : nullptr;
}

void Office::choose(CompanyId company)
{
    if (company == m_company)
        return;
    m_company = company;
    m_facts.reset();
    m_stock.reset();
    Q_EMIT companyChanged();
    Q_EMIT factsChanged();
    Q_EMIT stockChanged();
    loadFacts();
    loadStock();
    refreshFromPlatform();
    watchForms();
}

void Office::loadFacts()
{
    if (!actor().may(Permission::IssueInvoices))
        return;
    const auto answer = ask(
        [actor = actor(), company = m_company](service::Services &s) { return factsAndClasses(s, actor, company); });
    then(this, answer, [this, company = m_company](const Result<FactsAndClasses> &found) {
        if (company != m_company)
            return;
        if (!found) {
            Q_EMIT failed(found.fault());
            return;
        }
        m_facts = found->facts;
        m_classes = found->classes;
        Q_EMIT factsChanged();
    });
}

void Office::loadStock()
{
    const auto answer = ask([company = m_company](service::Services &s) { return s.stock.level(company); });
    then(this, answer, [this, company = m_company](const Result<service::StockLevel> &level) {
        if (company == m_company && level.ok())
            takeStock(*level);
    });
}

void Office::loadWaiting()
{
    then(this, ask([](service::Services &s) { return s.runner.waiting(); }), [this](const Result<qint64> &waiting) {
        if (!waiting.ok() || *waiting == m_waiting)
            return;
        m_waiting = *waiting;
        Q_EMIT waitingChanged();
    });
}

void Office::takeStock(const service::StockLevel &level)
{
    // Drawn when it falls below the mark, not with each invoice after that: the platform may have nothing to give.
    const bool low = level.numbers < service::Stock::warningLevel;
    const bool wasEnough = m_stock && m_stock->numbers >= service::Stock::warningLevel;
    m_stock = level;
    Q_EMIT stockChanged();
    if (low && wasEnough)
        refreshFromPlatform();
}

void Office::refreshFromPlatform()
{
    if (!m_company.isValid() || m_refreshing == m_company)
        return;
    m_refreshing = m_company;
    const auto answer =
        ask([company = m_company](service::Services &s) { return service::asFuture(refreshed(s, company)); });
    then(this, answer, [this, company = m_company](const Outcome &outcome) {
        if (m_refreshing == company)
            m_refreshing = CompanyId();
        if (company != m_company)
            return;
        if (outcome.ok())
            setLink(PlatformLink::State::Reached, {});
        else
            setLink(PlatformLink::State::Troubled, outcome.fault().message);
        Q_EMIT platformRead(outcome.ok() ? QString() : outcome.fault().message);
    });
}

void Office::refresh()
{
    if (!m_company.isValid())
        return;
    loadFacts();
    loadStock();
    refreshFromPlatform();
}

void Office::openRecord(const QString &page, qint64 id)
{
    open(page);
    Q_EMIT recordAsked(page, id);
}

void Office::rewrite(const Rewriting &rewriting)
{
    open(QStringLiteral("issuing"));
    Q_EMIT rewriteAsked(rewriting);
}

void Office::retryNow()
{
    then(this, ask([](service::Services &s) { return s.runner.wake(); }), [this](const Outcome &outcome) {
        if (!outcome)
            Q_EMIT failed(outcome.fault());
    });
}

void Office::watchForms()
{
    ask([&watch = m_rooms.watch, actor = actor(), company = m_company](service::Services &) {
        watch.watch(actor, company);
        return true;
    });
}

void Office::synchroniseForms()
{
    if (!m_company.isValid() || m_readingForms)
        return;
    m_readingForms = true;
    Q_EMIT formsRead(Done{});
    ask([&watch = m_rooms.watch](service::Services &) {
        watch.syncNow();
        return true;
    });
}

void Office::endReadingForms(CompanyId company, const Outcome &outcome)
{
    m_readingForms = false;
    if (company == m_company)
        Q_EMIT formsRead(outcome);
}

/// Plans that waited for the other side's answer may have it now. What can not be done yet stays, and is tried again
/// when the forms are read again; what was refused is somebody's to look at.
void Office::goOnWithPlans()
{
    if (!actor().may(Permission::IssueInvoices))
        return;
    askPlanning([actor = actor(), company = m_company](service::RedPlanning &planning) {
        const auto talk = [](service::RedPlanning &plans, Actor by, CompanyId of) -> QCoro::Task<Outcome> {
            KP_CO_TRY(standing, plans.list(by, of, true));
            for (const RedPlan &plan : std::as_const(standing)) {
                const qsizetype at = plan.current();
                if (at < plan.steps.size() && plan.steps.at(at).state != RedPlanStepState::Refused)
                    co_await plans.goOn(by, plan.id, verdictWithin);
            }
            co_return Done{};
        };
        return service::asFuture(talk(planning, actor, company));
    });
}

void Office::collect(const QStringList &tables)
{
    for (const QString &table : tables)
        if (!m_changed.contains(table))
            m_changed.append(table);
    if (!m_telling->isActive()) {
        const int last = m_telling->interval();
        const bool oneAfterAnother = m_told.isValid() && m_told.elapsed() < std::max(last, noHandMs);
        m_telling->start(oneAfterAnother ? std::min(2 * last, mostTogetherMs) : togetherMs);
    }
    const auto touched = [&](std::initializer_list<const char *> names) {
        return std::any_of(
            names.begin(), names.end(), [&](const char *name) { return tables.contains(QLatin1StringView(name)); });
    };
    if (m_company.isValid() && touched({"number_range", "number_free", "credit_month"}))
        loadStock();
    if (m_company.isValid() && touched({"company", "usable_rate", "classification", "learned_classification"}))
        loadFacts();
    if (touched({"outbox"}))
        loadWaiting();
}

void Office::setLink(PlatformLink::State state, const QString &trouble)
{
    if (m_link.state == state && m_link.trouble == trouble)
        return;
    m_link = {state, trouble};
    Q_EMIT linkChanged();
}

} // namespace kp
