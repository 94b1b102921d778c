// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/digest.h"

#include "core/domain/schemas.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <type_traits>

namespace kp
{

namespace
{
/// What moves on after submission, or is not known before it.
constexpr std::array apart{"id", "number", "issuedAt", "state", "message"};

bool isApart(const char *key)
{
    return std::any_of(apart.begin(), apart.end(), [=](const char *other) { return qstrcmp(key, other) == 0; });
}

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// A field that counts, and what it says while nobody has filled it in.
template<class Record>
struct Silence {
    const Field<Record> *field;
    QString text;
};

template<class Record>
QList<Silence<Record>> silences()
{
    QList<Silence<Record>> out;
    for (const Field<Record> &field : schema<Record>().fields)
        if (!std::is_same_v<Record, Invoice> || !isApart(field.key))
            out.append({&field, field.text(Record())});
    return out;
}

/// "key=length:text;" of each field that is not at its default. The length keeps a text from passing for two fields.
/// A batch spends more time here than in the rules, hence no text is made twice.
template<class Record>
void append(QByteArray &out, const Record &record)
{
    static const QList<Silence<Record>> initial = silences<Record>();
    for (const Silence<Record> &silent : initial) {
        const QString text = silent.field->text(record);
        if (text == silent.text)
            continue;
        const QByteArray utf8 = text.toUtf8();
        out.append(silent.field->key).append('=').append(QByteArray::number(utf8.size()));
        out.append(':').append(utf8).append(';');
    }
}

template<class Record>
void appendAll(QByteArray &out, const char *name, const QList<Record> &records)
{
    for (const Record &record : records) {
        out += name;
        out += '{';
        append(out, record);
        out += '}';
    }
}
} // namespace

QString contentDigest(const Invoice &invoice)
{
    QByteArray bytes;
    bytes.reserve(8192);
    append(bytes, invoice);
    appendAll(bytes, "line", invoice.lines);
    appendAll(bytes, "element", invoice.elements);
    appendAll(bytes, "voucher", invoice.vouchers);
    return sha256(bytes);
}

QString fullDigest(const QString &contentDigest, const QString &number, const QDateTime &issuedAt)
{
    return sha256((contentDigest + u'/' + number + u'/' + Clock::stamp(issuedAt)).toUtf8());
}

} // namespace kp
