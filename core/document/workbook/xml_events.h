// SPDX-License-Identifier: GPL-3.0-or-later
// Events of one XML part of a workbook. Namespaces are not resolved: transitional, strict and prefixed spellings differ
// in their namespaces only, and the depth of an element tells foreign ones apart.
#pragma once

#include "core/base/result.h"
#include "core/document/workbook/archive.h"

#include <optional>
#include <string_view>

namespace kp::workbook
{

/// Name without its prefix.
std::string_view localName(const char *name);

/// The attributes of one element, valid while its event lasts.
class XmlAttributes
{
public:
    explicit XmlAttributes(const char **list)
        : m_list(list)
    {
    }
    /// The value of the attribute of that local name; a null view when it is not there.
    [[nodiscard]] std::string_view value(std::string_view local) const;
    /// Name, value, name, value …, null.
    [[nodiscard]] const char **list() const { return m_list; }

private:
    const char **m_list;
};

/// Receives the events of a part. Depth counts the root as 1.
class XmlReceiver
{
public:
    virtual ~XmlReceiver() = default;
    virtual void started(int depth, std::string_view element, const XmlAttributes &attributes) = 0;
    virtual void ended(int depth) = 0;
    virtual void text(std::string_view utf8) = 0;
    /// The XML breaks off or can not be read on.
    [[nodiscard]] virtual Fault damaged(const Archive &archive, const QString &detail) const
    {
        return archive.damaged(detail);
    }

    /// True once the receiver wants no more; the rest of the part is left unread.
    [[nodiscard]] bool isSatisfied() const { return m_satisfied; }
    [[nodiscard]] const std::optional<Fault> &refusal() const { return m_refusal; }

protected:
    void stop() { m_satisfied = true; }
    void refuse(Fault fault)
    {
        m_refusal = std::move(fault);
        m_satisfied = true;
    }

private:
    bool m_satisfied = false;
    std::optional<Fault> m_refusal;
};

/// Unpacks a part and sends its events. Faults: Invalid (missing, damaged, a DTD, too deep, refused by the receiver).
Outcome readXml(const Archive &archive, const QByteArray &part, XmlReceiver &receiver);

} // namespace kp::workbook
