// SPDX-License-Identifier: GPL-3.0-or-later
// 发票查验: the content of an invoice to whoever issued or received it. leqi-protocol §10.2, the content §10.1.
#include "core/sandbox/amounts.h"
#include "core/sandbox/ledger.h"
#include "core/sandbox/operation.h"
#include "core/sandbox/zip.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
// The returncodes of this operation, beside 00 and 01.
const QString noData = u"02"_s;
const QString differs = u"03"_s;
const QString notYours = u"04"_s;

struct FaceMember {
    const char *uploaded;
    QLatin1StringView downloaded;
};

// What an upload calls one way and the downloaded face another. Nothing of the nature of a line, of its preferential
// policy and of the margin scheme's kind is among it.
constexpr FaceMember headMembers[] = {
    {"fphm", "fphm"_L1},
    {"kprq", "kprq"_L1},
    {"fppz", "fppzDm"_L1},
    {"tdys", "tdyslxDm"_L1},
    {"dylzfphm", "kjhzfpdydlzfphm"_L1},
    {"xsfnsrsbh", "xsfnsrsbh"_L1},
    {"xsfmc", "xsfmc"_L1},
    {"xsfdz", "xhfdz"_L1},
    {"xsfdh", "xsfdh"_L1},
    {"xsfkhh", "xsfkhh"_L1},
    {"xsfzh", "xsfzh"_L1},
    {"gmfnsrsbh", "gmfnsrsbh"_L1},
    {"gmfmc", "gmfmc"_L1},
    {"gmfdz", "gmfdz"_L1},
    {"gmfdh", "gmfdh"_L1},
    {"gmfkhh", "gmfkhh"_L1},
    {"gmfzh", "gmfzh"_L1},
    {"hjje", "hjje"_L1},
    {"hjse", "hjse"_L1},
    {"jshj", "jshj"_L1},
    {"jsfs", "jsfsDm"_L1},
    {"kpr", "kpr"_L1},
    {"bz", "bz"_L1},
    {"zzsjzjtDm", "zzsjzjtDm"_L1},
    {"fhrxm", "fhrxm"_L1},
    {"skrxm", "skrxm"_L1},
};
constexpr FaceMember lineMembers[] = {
    {"mxxh", "xh"_L1},
    {"xmmc", "xmmc"_L1},
    {"spfwjc", "spfwjc"_L1},
    {"hwhyslwfwmc", "hwhyslwfwmc"_L1},
    {"sphfwssflhbbm", "sphfwssflhbbm"_L1},
    {"ggxh", "ggxh"_L1},
    {"dw", "dw"_L1},
    {"sl", "fpjysl"_L1},
    {"dj", "fpjydj"_L1},
    {"slv", "slv"_L1},
    {"se", "se"_L1},
    {"je", "je"_L1},
    {"kce", "kce"_L1},
};
constexpr FaceMember elementMembers[] = {
    {"fjyslx", "sjlx"_L1},
    {"fjysmc", "fjysKey"_L1},
    {"fjysz", "fjysValue"_L1},
};

template<std::size_t N>
QJsonObject renamed(Json::Value from, const FaceMember (&members)[N])
{
    QJsonObject out;
    for (const FaceMember &member : members)
        out.insert(member.downloaded, from.member(member.uploaded).text());
    return out;
}

template<std::size_t N>
QJsonArray renamedItems(Json::Value list, const FaceMember (&members)[N])
{
    QJsonArray out;
    for (const Json::Value &item : list.items())
        out.append(renamed(item, members));
    return out;
}

QByteArray faceJson(Json::Value uploaded)
{
    QJsonObject face = renamed(uploaded, headMembers);
    face.insert(u"sflzfp"_s, uploaded.member("lzfpbz").text() == u"1" ? u"N"_s : u"Y"_s);
    const QJsonArray lines = renamedItems(uploaded.member("fpmxList"), lineMembers);
    face.insert(u"xmmxhs"_s, QString::number(lines.size()));
    face.insert(u"hwxx"_s, lines);
    face.insert(u"fjysxx"_s, QJsonObject{{u"fjysList"_s, renamedItems(uploaded.member("fjysList"), elementMembers)}});
    return QJsonDocument(face).toJson(QJsonDocument::Compact);
}

/// In lines, as mail has it: readers must bear that.
QByteArray mimeBase64(const QByteArray &bytes)
{
    constexpr qsizetype width = 76;
    const QByteArray text = bytes.toBase64();
    QByteArray out;
    for (qsizetype at = 0; at < text.size(); at += width)
        out += text.mid(at, width) + "\r\n";
    return out;
}

/// fplx of an upload's fppz.
QString verifiedKind(const QString &uploadedKind)
{
    return uploadedKind == u"01" ? u"81"_s : u"82"_s;
}
} // namespace

Answer verifyInvoice(const Call &call)
{
    const auto text = [&](QByteArrayView name) { return call.request.member(name).text(); };
    if (const std::optional<Answer> refused = refusedTaxpayer(call))
        return *refused;
    const QString kind = text("fplx");
    if (kind != u"81" && kind != u"82")
        return refusal(u"发票类型fplx须为81或82"_s);
    const QDate day = QDate::fromString(text("kprq"), u"yyyyMMdd"_s);
    if (!day.isValid())
        return refusal(u"开票日期kprq须为yyyyMMdd"_s);
    const std::optional<Money> gross = amountOf(call.request.member("kpje"));
    if (!gross)
        return refusal(u"开票金额kpje须为价税合计"_s);
    if (!text("fpdm").isEmpty())
        return refusal(u"数电发票没有发票代码fpdm"_s);
    const std::optional<QByteArray> content = acceptedContent(call.store, text("fphm"));
    const Result<Json> json = content ? Json::parse(*content) : Fault{FaultKind::NotFound, {}};
    if (!json)
        return refusal(u"查无此票"_s, noData);
    const UploadedInvoice invoice = readInvoice(json->root());
    if (verifiedKind(invoice.kind) != kind || invoice.issuedAt.date() != day ||
        invoice.gross != Decimal::fromMoney(*gross))
        return refusal(u"查验信息与发票不一致"_s, differs);
    if (invoice.sellerTaxNumber != call.company.taxNumber && invoice.buyerTaxNumber != call.company.taxNumber)
        return refusal(u"该发票既非本单位开具也非本单位取得"_s, notYours);
    const std::optional<QByteArray> archive = zipOf("1.json", faceJson(json->root()));
    if (!archive)
        return refusal(u"查验结果打包失败"_s);
    return success({{u"cyjgxx"_s, QString::fromLatin1(mimeBase64(*archive))}});
}

} // namespace kp::sandbox
