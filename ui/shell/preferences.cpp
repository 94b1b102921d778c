// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int leastScale = 100;
constexpr int mostScale = 250;

/// Scheme by its name in the file.
constexpr std::pair<Scheme, const char *> schemeNames[] = {
    {Scheme::FollowSystem, "system"}, {Scheme::Light, "light"}, {Scheme::Dark, "dark"}};

class FileMemory final : public DeskMemory
{
public:
    FileMemory(QSettings &file, QString prefix)
        : m_file(file)
        , m_prefix(std::move(prefix))
    {
    }
    [[nodiscard]] QByteArray read(const QString &key) const override
    {
        return m_file.value(m_prefix + key).toByteArray();
    }
    void write(const QString &key, const QByteArray &value) override { m_file.setValue(m_prefix + key, value); }

private:
    QSettings &m_file;
    const QString m_prefix;
};
} // namespace

Preferences::Preferences(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file, QSettings::IniFormat)
{
}

Scheme Preferences::scheme() const
{
    const QString name = m_file.value(u"window/scheme"_s).toString();
    for (const auto &[scheme, known] : schemeNames)
        if (name == QLatin1StringView(known))
            return scheme;
    return Scheme::FollowSystem;
}

void Preferences::setScheme(Scheme scheme)
{
    for (const auto &[known, name] : schemeNames)
        if (known == scheme)
            m_file.setValue(u"window/scheme"_s, QLatin1StringView(name));
    Q_EMIT schemeChanged();
}

QString Preferences::language() const
{
    return m_file.value(u"window/language"_s).toString();
}

void Preferences::setLanguage(const QString &language)
{
    m_file.setValue(u"window/language"_s, language);
    Q_EMIT languageChanged();
}

int Preferences::scalePercent() const
{
    return std::clamp(m_file.value(u"window/scale"_s, leastScale).toInt(), leastScale, mostScale);
}

void Preferences::setScalePercent(int percent)
{
    m_file.setValue(u"window/scale"_s, std::clamp(percent, leastScale, mostScale));
}

QString Preferences::lastAccount() const
{
    return m_file.value(u"window/account"_s).toString();
}

void Preferences::setLastAccount(const QString &account)
{
    m_file.setValue(u"window/account"_s, account);
}

QByteArray Preferences::geometry() const
{
    return m_file.value(u"window/geometry"_s).toByteArray();
}

void Preferences::setGeometry(const QByteArray &geometry)
{
    m_file.setValue(u"window/geometry"_s, geometry);
}

std::unique_ptr<DeskMemory> Preferences::memoryOf(const QString &account)
{
    return std::make_unique<FileMemory>(m_file, u"user-"_s + account + u'/');
}

} // namespace kp
