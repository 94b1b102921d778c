// SPDX-License-Identifier: GPL-3.0-or-later
// A platform without a socket, and invoices to send it.
#pragma once

#include "core/sandbox/company.h"
#include "core/sandbox/platform.h"
#include "core/sandbox/sm4.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

namespace practice
{

using namespace Qt::StringLiterals;
using namespace kp::sandbox;

inline QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

inline QJsonObject whose(const Company &company)
{
    return {{u"nsrsbh"_s, company.taxNumber}};
}

/// What a request brought back, opened as far as it can be.
struct Answered {
    HttpReply reply;
    QString envelopeStatus; // httpStatusCode
    QJsonObject error;      // Response.Error
    QJsonObject business;   // Data, decrypted
    [[nodiscard]] QString code() const { return business.value(u"returncode"_s).toString(); }
    [[nodiscard]] QString words() const { return business.value(u"returnmsg"_s).toString(); }
    [[nodiscard]] QString text(const QString &member) const { return business.value(member).toString(); }
};

inline Answered opened(const HttpReply &reply, const QByteArray &key)
{
    Answered out{reply, {}, {}, {}};
    const QJsonObject outer = QJsonDocument::fromJson(reply.body).object();
    out.envelopeStatus = outer.value(u"httpStatusCode"_s).toString();
    const QJsonObject response =
        QJsonDocument::fromJson(outer.value(u"body"_s).toString().toUtf8()).object().value(u"Response"_s).toObject();
    out.error = response.value(u"Error"_s).toObject();
    const QByteArray cipher = QByteArray::fromBase64(response.value(u"Data"_s).toString().toLatin1());
    out.business = QJsonDocument::fromJson(sm4Decrypt(key, cipher).value_or(QByteArray())).object();
    return out;
}

class Practice
{
public:
    /// The platform's clock is set to the moment below, lest a test depend on the day it runs.
    explicit Practice(Platform::Settings settings = {})
    {
        reopen(settings);
        setTime(u"2026-06-17 10:00:00"_s);
    }
    static QString issueTime() { return u"2026-06-17 09:59:00"_s; }
    void setTime(const QString &stamp) { control("/control/clock", compact({{u"now"_s, stamp}})); }

    /// Closes the store and opens it again, as a restart does.
    void reopen(Platform::Settings settings = {})
    {
        platform.reset();
        auto store = std::make_unique<Store>();
        if (!store->open(m_folder.filePath(u"sandbox.sqlite"_s), Store::Access::ReadWrite))
            qFatal("no store");
        auto made = Platform::make(std::move(store), settings);
        if (!made)
            qFatal("%s", qUtf8Printable(made.fault().message));
        platform = std::move(made.value());
        if (all.isEmpty())
            all = companies(platform->store());
    }

    [[nodiscard]] QByteArray key(const Company &company)
    {
        return *connectionKey(platform->store(), company.connectionId);
    }

    HttpRequest request(const Company &company, const QByteArray &operation, const QByteArray &json)
    {
        HttpRequest out;
        out.method = "POST";
        out.path = "/access/sandbox/v2/invoke/202007/" + operation;
        out.headers = {{"jrdwptbh", company.connectionId.toLatin1()}, {"sydwptbh", company.unitId.toLatin1()}};
        out.body = sm4Encrypt(key(company), json)->toBase64();
        return out;
    }
    Answered call(const Company &company, const QByteArray &operation, const QByteArray &json)
    {
        return opened(platform->answer(request(company, operation, json)), key(company));
    }
    Answered call(const Company &company, const QByteArray &operation, const QJsonObject &json)
    {
        return call(company, operation, compact(json));
    }

    QJsonObject control(const QByteArray &path, const QByteArray &json = {})
    {
        HttpRequest asked;
        asked.method = json.isNull() ? "GET" : "POST";
        const qsizetype mark = path.indexOf('?');
        asked.path = mark < 0 ? path : path.first(mark);
        if (mark >= 0)
            asked.query = QUrlQuery(QString::fromUtf8(path.sliced(mark + 1)));
        asked.body = json;
        lastControlStatus = 0;
        const HttpReply reply = platform->answer(asked);
        lastControlStatus = reply.status;
        return QJsonDocument::fromJson(reply.body).object();
    }
    QJsonArray ledger() { return control("/control/ledger").value(u"invoices"_s).toArray(); }

    /// The first of so many fresh numbers; the others follow it.
    QString numbers(const Company &company, int quantity = 1)
    {
        return call(company, "QDFPPLFM",
            {{u"nsrsbh"_s, company.taxNumber}, {u"lysl"_s, quantity}, {u"ywlsh"_s, u"numbers-%1"_s.arg(++m_serial)}})
            .text(u"fpqshm"_s);
    }
    Answered download(const Company &company, const QString &amount)
    {
        return call(company, "XZTHSXED",
            {{u"nsrsbh"_s, company.taxNumber}, {u"ptbh"_s, company.connectionId}, {u"sqlx"_s, u"0"_s},
                {u"sqed"_s, amount}, {u"ywlsh"_s, u"quota-%1"_s.arg(++m_serial)}});
    }
    Answered upload(const Company &company, const QJsonArray &invoices)
    {
        return call(company, "QDFPSC", QJsonDocument(invoices).toJson(QJsonDocument::Compact));
    }
    /// Uploads one invoice and gives its result: fphm, status, message, Code.
    QJsonObject settled(const Company &company, const QJsonObject &invoice)
    {
        return result(company, upload(company, {invoice}).text(u"sllsh"_s)).at(0).toObject();
    }
    QJsonArray result(const Company &company, const QString &receipt)
    {
        return call(company, "CXQDFPSCJG", {{u"sllsh"_s, receipt}}).business.value(u"resultList"_s).toArray();
    }

    /// A line at 13 % whose amounts fit together.
    static QJsonObject line(int number = 1)
    {
        return {{u"mxxh"_s, number}, {u"xmmc"_s, u"演练钢笔"_s}, {u"hwhyslwfwmc"_s, u"*文具*演练钢笔"_s},
            {u"spfwjc"_s, u"文具"_s}, {u"ggxh"_s, QString()}, {u"dw"_s, u"支"_s}, {u"sl"_s, u"2"_s}, {u"dj"_s, u"50"_s},
            {u"je"_s, u"100.00"_s}, {u"slv"_s, u"0.13"_s}, {u"se"_s, u"13.00"_s}, {u"hsje"_s, u"113.00"_s},
            {u"sphfwssflhbbm"_s, u"1060402010100000000"_s}, {u"fphxz"_s, u"00"_s}};
    }
    /// An ordinary invoice of one line that the platform accepts.
    [[nodiscard]] QJsonObject invoice(const Company &company, const QString &number) const
    {
        return {{u"fphm"_s, number}, {u"lzfpbz"_s, u"0"_s}, {u"ptbh"_s, company.connectionId}, {u"fppz"_s, u"02"_s},
            {u"qyDm"_s, company.area}, {u"xsfnsrsbh"_s, company.taxNumber}, {u"xsfmc"_s, company.name},
            {u"gmfnsrsbh"_s, u"91320000YL0000127B"_s}, {u"gmfmc"_s, u"演练买家有限公司"_s}, {u"hjje"_s, u"100.00"_s},
            {u"hjse"_s, u"13.00"_s}, {u"jshj"_s, u"113.00"_s}, {u"kpr"_s, u"演开票"_s}, {u"ip"_s, u"127.0.0.1"_s},
            {u"macdz"_s, u"02-00-00-00-00-01"_s}, {u"kprq"_s, issueTime()}, {u"fpkjfsDm"_s, u"5"_s},
            {u"fpmxList"_s, QJsonArray{line()}}};
    }

    [[nodiscard]] const Company &technology() const { return all.at(0); }
    [[nodiscard]] const Company &trade() const { return all.at(1); }
    [[nodiscard]] const Company &catering() const { return all.at(2); }
    [[nodiscard]] const Company &risky() const { return all.at(3); }
    [[nodiscard]] const Company &telecom() const { return all.at(4); }

    std::unique_ptr<Platform> platform;
    QList<Company> all;
    int lastControlStatus = 0;

private:
    QTemporaryDir m_folder;
    int m_serial = 0;
};

} // namespace practice
