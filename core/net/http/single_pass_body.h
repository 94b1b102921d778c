// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace kp
{

/// A request body that can be read once and not be rewound. QNetworkAccessManager repeats a POST by itself when the
/// connection closes before the answer begins; that asks the body to start again, and here the answer is no, so that
/// the reply ends with ContentReSendError instead of arriving twice.
class SinglePassBody final : public QIODevice
{
    Q_OBJECT
public:
    explicit SinglePassBody(QByteArray bytes);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_at; }
    [[nodiscard]] bool atEnd() const override { return m_at >= m_bytes.size(); }
    bool reset() override { return false; }

protected:
    qint64 readData(char *target, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

} // namespace kp
