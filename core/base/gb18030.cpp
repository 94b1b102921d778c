// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/gb18030.h"

#include <iconv.h>

#include <algorithm>

namespace kp
{

namespace
{
class Converter
{
public:
    Converter(const char *to, const char *from)
        : m_handle(iconv_open(to, from))
    {
    }
    ~Converter()
    {
        if (isOpen())
            iconv_close(m_handle);
    }
    Converter(const Converter &) = delete;
    Converter &operator=(const Converter &) = delete;

    /// Empty when the bytes are not what they should be throughout. @param growth bytes out for each byte in, at most
    [[nodiscard]] std::optional<QByteArray> convert(QByteArray in, int growth)
    {
        if (!isOpen())
            return std::nullopt;
        QByteArray out(in.size() * growth + 4, Qt::Uninitialized);
        char *from = in.data();
        char *to = out.data();
        auto left = static_cast<std::size_t>(in.size());
        auto room = static_cast<std::size_t>(out.size());
        if (iconv(m_handle, &from, &left, &to, &room) == static_cast<std::size_t>(-1) || left > 0)
            return std::nullopt;
        out.truncate(to - out.constData());
        return out;
    }

private:
    [[nodiscard]] bool isOpen() const
    {
        return m_handle != reinterpret_cast<iconv_t>(-1); // NOLINT(performance-no-int-to-ptr): how iconv says no
    }
    iconv_t m_handle;
};
} // namespace

std::optional<QString> fromGb18030(QByteArrayView bytes)
{
    const auto utf8 = Converter("UTF-8", "GB18030").convert(bytes.toByteArray(), 3); // two bytes become at most three
    return utf8 ? std::optional(QString::fromUtf8(*utf8)) : std::nullopt;
}

QByteArray toGb18030(const QString &text)
{
    return Converter("GB18030", "UTF-8").convert(text.toUtf8(), 2).value_or(QByteArray()); // three become at most four
}

int gbkSize(const QString &text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) { return c < QChar(0x80); });
    return static_cast<int>(plain ? text.size() : toGb18030(text).size());
}

} // namespace kp
