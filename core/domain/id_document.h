// SPDX-License-Identifier: GPL-3.0-or-later
// 证件: what a person or an organisation proves its identity with.
#pragma once

#include <QString>

#include <span>

namespace kp
{

struct IdDocument {
    QString type; ///< 证件类型: a code of idDocumentTypes(); empty: none
    QString number;
    QString country; ///< 国籍(地区): a name of countries(); empty: not said

    [[nodiscard]] bool isEmpty() const { return type.isEmpty() && number.isEmpty() && country.isEmpty(); }
    friend bool operator==(const IdDocument &, const IdDocument &) = default;
};

struct IdDocumentRow {
    const char *code;
    const char16_t *official; ///< as the official template writes it

    /// Whether a natural person who buys may name it: eight of them (base ability, zrrzjlxDm).
    [[nodiscard]] bool servesBuyer() const;
};
std::span<const IdDocumentRow> idDocumentTypes();
const IdDocumentRow *idDocumentType(QStringView code); ///< null when there is none
const IdDocumentRow *idDocumentTypeNamed(QStringView official);

} // namespace kp
