// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/setup_forms.h"

#include "ui/kit/banner.h"
#include "ui/kit/futures.h"
#include "ui/shell/entrance.h"
#include "ui/shell/texts.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
/// The sandbox address of the tax office (S2 2.1.2) beside the one for real invoices.
const QString realUrl = u"https://lqpt.chinatax.gov.cn:8443/access/v2/invoke"_s;

/// A password for practising: easily read aloud and typed, different on each desk.
QString practicePassword()
{
    return u"practise-%1"_s.arg(QRandomGenerator::system()->bounded(1000, 10000));
}

QString kindOf(TaxpayerKind kind)
{
    switch (kind) {
    case TaxpayerKind::General:
        return ShellText::tr("general taxpayer");
    case TaxpayerKind::SmallScale:
    case TaxpayerKind::ConvertedSmallScale:
        return ShellText::tr("small-scale taxpayer");
    case TaxpayerKind::Guided:
        return ShellText::tr("general taxpayer under guidance");
    case TaxpayerKind::NaturalPerson:
        break;
    }
    return ShellText::tr("natural person");
}
} // namespace

AdministratorForm::AdministratorForm(Entrance &entrance, QWidget *parent)
    : EntryColumn(ShellText::tr("Administrator"),
          ShellText::tr("The first account of this desk. It may set up connections and people, and issue."), parent)
    , m_entrance(entrance)
    , m_account(
          addField(u"setup.account"_s, ShellText::tr("Account"), ShellText::tr("Identity card number or sign-in name")))
    , m_name(addField(u"setup.name"_s, ShellText::tr("Name"), ShellText::tr("As it shall stand on invoices as issuer")))
    , m_password(addPassword(u"setup.password"_s, ShellText::tr("Password (at least 8 characters)")))
    , m_again(addPassword(u"setup.again"_s, ShellText::tr("Password once more")))
    , m_note(addNote({}))
{
    setObjectName(u"setup.administrator"_s);
    QPushButton *next = addButton(u"setup.make"_s, ShellText::tr("Continue"), true);
    QPushButton *previous = addButton(u"setup.back"_s, ShellText::tr("Back"), false);
    connect(next, &QPushButton::clicked, this, &AdministratorForm::submit);
    connect(this, &EntryColumn::submitted, this, &AdministratorForm::submit);
    connect(previous, &QPushButton::clicked, this, &AdministratorForm::back);
}

void AdministratorForm::begin(bool practice)
{
    m_practice = practice;
    const QString password = practice ? practicePassword() : QString();
    m_account->setText(practice ? u"demo"_s : QString());
    m_name->setText(practice ? u"演练员"_s : QString());
    for (QLineEdit *edit : {m_password, m_again}) {
        edit->setText(password);
        edit->setEchoMode(practice ? QLineEdit::Normal : QLineEdit::Password);
    }
    m_note->setText(
        practice ? ShellText::tr(
                       "For practising an account is proposed. Note the password, or choose your own: you sign in with "
                       "it the next time.")
                 : ShellText::tr(
                       "The password also locks the place where API keys are kept. Nobody can find it again for you."));
    banner()->dismiss();
    m_account->setFocus(Qt::OtherFocusReason);
}

void AdministratorForm::submit()
{
    if (m_password->text() != m_again->text()) {
        banner()->show({.tone = Tone::Error, .text = ShellText::tr("The two passwords are not the same.")});
        m_again->setFocus(Qt::OtherFocusReason);
        return;
    }
    make(Secret(m_password->text().toUtf8()));
}

void AdministratorForm::make(const Secret &password)
{
    setBusy(true);
    const auto actor = m_entrance.createAdministrator(m_account->text().trimmed(), m_name->text().trimmed(), password);
    then(this, actor, [this](const Result<Actor> &made) {
        if (!made.ok()) {
            setBusy(false);
            banner()->showFault(made.fault());
            return;
        }
        if (!m_practice) {
            setBusy(false);
            Q_EMIT this->made(*made);
            return;
        }
        then(this, m_entrance.connectPractice(*made), [this, actor = *made](const Outcome &connected) {
            setBusy(false);
            if (connected.ok())
                Q_EMIT this->made(actor);
            else
                banner()->showFault(connected.fault());
        });
    });
}

ConnectionForm::ConnectionForm(Entrance &entrance, QWidget *parent)
    : EntryColumn(ShellText::tr("Connect to the tax platform"),
          ShellText::tr(
              "What the tax office gave your company for LeQi (乐企). The key goes into this desk's safe and is "
              "never shown again."),
          parent)
    , m_entrance(entrance)
    , m_taxNumber(addField(u"connect.taxNumber"_s, ShellText::tr("Tax number of the company")))
    , m_companyId(addField(u"connect.companyId"_s, ShellText::tr("LeQi ID of the company")))
    , m_connectionId(addField(u"connect.connectionId"_s, ShellText::tr("LeQi ID of the direct-connect unit"),
          ShellText::tr("Empty: the company connects itself")))
    , m_key(addPassword(u"connect.key"_s, ShellText::tr("API key (32 hexadecimal digits)")))
    , m_url(addField(u"connect.url"_s, ShellText::tr("Address of the tax platform")))
    , m_taxpayer(addNote({}))
{
    setObjectName(u"setup.connection"_s);
    m_taxpayer->setObjectName(u"connect.taxpayer"_s);
    m_verify = addButton(u"connect.verify"_s, ShellText::tr("Verify"), false);
    m_save = addButton(u"connect.save"_s, ShellText::tr("Save and begin"), true);
    auto *practise = addButton(u"connect.practise"_s, ShellText::tr("Practise first"), false);
    connect(m_verify, &QPushButton::clicked, this, &ConnectionForm::verify);
    connect(m_save, &QPushButton::clicked, this, &ConnectionForm::save);
    connect(practise, &QPushButton::clicked, this, &ConnectionForm::practiceAsked);
    connect(this, &EntryColumn::submitted, this, &ConnectionForm::verify);
    for (QLineEdit *edit : {m_taxNumber, m_companyId, m_connectionId, m_key, m_url})
        connect(edit, &QLineEdit::textEdited, this, &ConnectionForm::forgetVerification);
}

void ConnectionForm::begin(const Actor &actor)
{
    m_actor = actor;
    m_url->setText(realUrl);
    forgetVerification();
    banner()->dismiss();
    m_taxNumber->setFocus(Qt::OtherFocusReason);
}

service::CompanyCredentials ConnectionForm::credentials() const
{
    const QString connection = m_connectionId->text().trimmed();
    QString url = m_url->text().trimmed();
    while (url.endsWith(u'/'))
        url.chop(1);
    return {.name = {},
        .taxNumber = m_taxNumber->text().trimmed().toUpper(),
        .platformId = m_companyId->text().trimmed(),
        .connectionPlatformId = connection.isEmpty() ? m_companyId->text().trimmed() : connection,
        .key = Secret(QByteArray::fromHex(m_key->text().trimmed().toLatin1())),
        .url = url};
}

void ConnectionForm::forgetVerification()
{
    m_save->setEnabled(false);
    m_save->setToolTip(ShellText::tr("Verify first: then you see whose connection it is."));
    m_taxpayer->clear();
}

void ConnectionForm::verify()
{
    setBusy(true);
    then(this, m_entrance.verify(m_actor, credentials()), [this](const Result<Taxpayer> &taxpayer) {
        setBusy(false);
        if (!taxpayer.ok()) {
            banner()->showFault(taxpayer.fault());
            return;
        }
        m_taxpayer->setText(ShellText::tr("The tax platform knows this company: %1, %2")
                                .arg(taxpayer->party.name, kindOf(taxpayer->kind)));
        // The column has the size it was made with: a note that grows would be cut off.
        m_taxpayer->setMinimumHeight(m_taxpayer->heightForWidth(m_taxpayer->width()));
        m_save->setEnabled(true);
        m_save->setToolTip({});
        m_save->setFocus(Qt::OtherFocusReason);
    });
}

void ConnectionForm::save()
{
    setBusy(true);
    then(this, m_entrance.connectCompany(m_actor, credentials()), [this](const Outcome &saved) {
        setBusy(false);
        if (!saved.ok()) {
            banner()->showFault(saved.fault());
            return;
        }
        m_key->clear();
        Q_EMIT connected();
    });
}

} // namespace kp
