// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/audit_log.h"

#include "core/base/clock.h"
#include "core/store/texts.h"
#include "core/store/utf8.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <memory>
#include <span>

namespace kp::store
{

namespace
{
/// An entry as it is stored and hashed.
struct Link {
    qint64 id = 0;
    qint64 atMs = 0;
    QByteArray actor;
    QByteArray act;
    QByteArray object;
    QByteArray changes;
    QByteArray hash; ///< not a part of what is hashed
};

void appendWhole(QByteArray &out, qint64 value)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    out.append(digits.data(), end.ptr - digits.data());
}

/// SHA-256 of the previous hash and of the fields, each text with its length before it so that none can run into the
/// next. By OpenSSL, which has the processor do it: Qt's own takes four times as long. One serves a whole batch,
/// because SHA256() looks its algorithm up each time.
class ChainHash
{
public:
    ChainHash()
        : m_context(EVP_MD_CTX_new(), EVP_MD_CTX_free)
    {
    }
    QByteArray operator()(const QByteArray &previous, const Link &link)
    {
        m_canonical.truncate(0);
        m_canonical += previous;
        for (const qint64 number : {link.id, link.atMs}) {
            appendWhole(m_canonical, number);
            m_canonical += ';';
        }
        for (const QByteArray *field : {&link.actor, &link.act, &link.object, &link.changes}) {
            appendWhole(m_canonical, field->size());
            m_canonical += ':';
            m_canonical += *field;
        }
        QByteArray hash(SHA256_DIGEST_LENGTH, Qt::Uninitialized);
        EVP_DigestInit_ex(m_context.get(), sha256(), nullptr);
        EVP_DigestUpdate(m_context.get(), m_canonical.constData(), static_cast<std::size_t>(m_canonical.size()));
        EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(hash.data()), nullptr);
        return hash;
    }

private:
    static const EVP_MD *sha256()
    {
        static const EVP_MD *const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr); // lives as long as the program
        return algorithm;
    }

    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
    QByteArray m_canonical; ///< kept for its memory
};

bool needsEscape(QChar c)
{
    return c == u'"' || c == u'\\' || c < u' ';
}

void appendJson(QByteArray &out, QStringView text)
{
    if (text.isNull()) {
        out += "null";
        return;
    }
    const qsizetype begin = out.size();
    out.resize(begin + text.size() * 6 + 2); // "\u0000" is the longest a unit can become
    char *end = out.data() + begin;
    *end++ = '"';
    while (!text.isEmpty()) {
        const auto special = std::find_if(text.begin(), text.end(), needsEscape);
        const qsizetype plain = special - text.begin();
        end = writeUtf8(end, text.first(plain));
        if (special != text.end()) {
            const char16_t c = special->unicode();
            *end++ = '\\';
            if (c < u' ') {
                end = std::copy_n("u00", 3, end);
                *end++ = c < 0x10 ? '0' : '1';
            }
            *end++ = c < u' ' ? "0123456789abcdef"[c & 0xF] : static_cast<char>(c);
        }
        text = text.sliced(std::min(plain + 1, text.size()));
    }
    *end++ = '"';
    out.truncate(end - out.constData());
}

/// {"field":["before","after"],…}, written by hand: QJsonObject takes several times as long, for every invoice of a
/// batch.
QByteArray toJson(const QList<FieldChange> &changes)
{
    QByteArray out;
    out.reserve(512);
    out += '{';
    for (const FieldChange &change : changes) {
        if (out.size() > 1)
            out += ',';
        appendJson(out, change.field);
        out += ":[";
        appendJson(out, change.before);
        out += ',';
        appendJson(out, change.after);
        out += ']';
    }
    return out += '}';
}

QList<FieldChange> changesFromJson(const QByteArray &json)
{
    QList<FieldChange> changes;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QJsonArray values = it.value().toArray();
        changes.append({it.key(), values.at(0).toVariant().toString(), values.at(1).toVariant().toString()});
    }
    return changes;
}

/// A text that is there, if empty.
QString present(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

/// The value of a field; null when it is not there.
QString valueOf(const FieldValues &values, const QString &field)
{
    for (const auto &[key, value] : values)
        if (key == field)
            return present(value);
    return {};
}

AuditEntry auditEntryOf(const Row &row)
{
    return {row.whole(0), Clock::chinaTime(row.whole(1)), row.text(2), row.text(3), row.text(4),
        changesFromJson(row.bytes(5))};
}

/// Reads entries and, after their fields, the hash.
QString selectAudit(QStringView rest)
{
    return QStringLiteral("SELECT id, at_ms, actor, act, object, changes, hash FROM audit ").append(rest);
}
} // namespace

QList<FieldChange> fieldChanges(const FieldValues &before, const FieldValues &after)
{
    QList<FieldChange> changes;
    for (const auto &[field, value] : before)
        if (const QString now = valueOf(after, field); now.isNull() || now != value)
            changes.append({field, valueOf(before, field), now});
    for (const auto &[field, value] : after)
        if (valueOf(before, field).isNull())
            changes.append({field, {}, present(value)});
    return changes;
}

AuditLog::AuditLog(Database &database)
    : m_database(database)
    , m_insert(database, QStringLiteral("audit (id, at_ms, actor, act, object, changes, hash)"), 7)
{
}

Outcome AuditLog::append(const AuditEntry &entry, qint64 nowMs)
{
    return appendAll({entry}, nowMs);
}

Outcome AuditLog::appendAll(const QList<AuditEntry> &entries, qint64 nowMs)
{
    return appendEach(
        entries.size(), [&](qsizetype i) { return entries[i]; }, nowMs);
}

Outcome AuditLog::appendEach(qsizetype count, const std::function<AuditEntry(qsizetype)> &entryAt, qint64 nowMs)
{
    if (count == 0)
        return Done{};
    Transaction transaction(m_database);
    KP_TRY(last, head());
    std::array<Link, Insert::rowsOfStatement> links;
    ChainHash hashOf;
    for (qsizetype done = 0; done < count;) {
        const qsizetype rows = std::min(count - done, static_cast<qsizetype>(links.size()));
        for (Link &link : std::span(links).first(static_cast<std::size_t>(rows))) {
            const AuditEntry entry = entryAt(done++);
            link = {++last.count, nowMs, entry.actor.toUtf8(), entry.act.toUtf8(), entry.object.toUtf8(),
                toJson(entry.changes), {}};
            link.hash = last.hash = hashOf(last.hash, link);
        }
        KP_DO(m_insert.rows(rows, [&](RowBinder bind, qsizetype i) {
            const Link &link = links[static_cast<std::size_t>(i)];
            bind(
                link.id, link.atMs, Utf8{link.actor}, Utf8{link.act}, Utf8{link.object}, Utf8{link.changes}, link.hash);
        }));
    }
    KP_DO(m_database.prepared(QStringLiteral("UPDATE audit_head SET count = ?, hash = ?"))
              .with(last.count, last.hash)
              .run());
    return transaction.commit();
}

Result<AuditHead> AuditLog::head()
{
    KP_TRY(found, m_database.prepared(QStringLiteral("SELECT count, hash FROM audit_head")).first([](const Row &row) {
        return AuditHead{row.whole(0), row.bytes(1)};
    }));
    if (!found)
        return Fault{FaultKind::Storage, StoreText::tr("The head of the audit journal is missing.")};
    return *found;
}

Result<AuditVerdict> AuditLog::verify()
{
    KP_TRY(last, head());
    AuditVerdict verdict;
    QByteArray previous(SHA256_DIGEST_LENGTH, '\0');
    ChainHash hashOf;
    KP_DO(m_database.prepared(selectAudit(u"ORDER BY id")).each([&](const Row &row) {
        const Link link{
            row.whole(0), row.whole(1), row.bytes(2), row.bytes(3), row.bytes(4), row.bytes(5), row.bytes(6)};
        const qint64 expected = verdict.count + 1;
        if (link.id != expected) {
            verdict.firstBad = expected;
            verdict.reason = StoreText::tr("entry %1 is missing").arg(expected);
            return false;
        }
        const QByteArray hash = row.bytes(6);
        if (hash != hashOf(previous, link)) {
            verdict.firstBad = link.id;
            verdict.reason = StoreText::tr("entry %1 was changed, moved or added by another hand").arg(link.id);
            return false;
        }
        previous = link.hash;
        ++verdict.count;
        return true;
    }));
    if (!verdict.clean())
        return verdict;
    if (verdict.count < last.count) {
        verdict.firstBad = verdict.count + 1;
        verdict.reason = StoreText::tr("entry %1 is missing").arg(verdict.firstBad);
    } else if (verdict.count > last.count || previous != last.hash) {
        verdict.firstBad = verdict.count > last.count ? last.count + 1 : verdict.count;
        verdict.reason = StoreText::tr("entry %1 was changed, moved or added by another hand").arg(verdict.firstBad);
    }
    return verdict;
}

Result<QList<AuditEntry>> AuditLog::page(qint64 before, int limit)
{
    return m_database.prepared(selectAudit(u"WHERE id < ? ORDER BY id DESC LIMIT ?"))
        .with(before > 0 ? before : std::numeric_limits<qint64>::max(), limit)
        .all(auditEntryOf);
}

Result<QList<AuditEntry>> AuditLog::ofObject(const QString &object)
{
    return m_database.prepared(selectAudit(u"WHERE object = ? ORDER BY id")).with(object).all(auditEntryOf);
}

} // namespace kp::store
