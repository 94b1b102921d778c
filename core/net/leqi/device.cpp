// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/leqi/device.h"

#include <QNetworkInterface>

#include <optional>

namespace kp
{

namespace
{
std::optional<Device> deviceOn(const QNetworkInterface &card)
{
    const auto flags = card.flags();
    if (!flags.testFlag(QNetworkInterface::IsRunning) || flags.testFlag(QNetworkInterface::IsLoopBack) ||
        card.hardwareAddress().isEmpty())
        return std::nullopt;
    for (const QNetworkAddressEntry &entry : card.addressEntries())
        if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol)
            return Device{entry.ip().toString(), card.hardwareAddress()};
    return std::nullopt;
}
} // namespace

Device thisDevice()
{
    std::optional<Device> other;
    for (const QNetworkInterface &card : QNetworkInterface::allInterfaces()) {
        const auto device = deviceOn(card);
        if (!device)
            continue;
        if (card.type() == QNetworkInterface::Ethernet || card.type() == QNetworkInterface::Wifi)
            return *device;
        if (!other)
            other = device;
    }
    return other.value_or(Device{QStringLiteral("127.0.0.1"), QStringLiteral("00:00:00:00:00:00")});
}

} // namespace kp
