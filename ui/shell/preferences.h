// SPDX-License-Identifier: GPL-3.0-or-later
// How this desk likes its window: colours, language, scale; and what each user's pages remember. A file in the profile.
#pragma once

#include "ui/kit/desk.h"
#include "ui/kit/theme.h"

#include <QObject>
#include <QSettings>

#include <memory>

namespace kp
{

class Preferences : public QObject
{
    Q_OBJECT
public:
    explicit Preferences(const QString &file, QObject *parent = nullptr);

    [[nodiscard]] Scheme scheme() const;
    void setScheme(Scheme scheme);
    /// "zh_CN", "en", or empty: as the desktop.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);
    /// 100 … 250; takes effect when the program starts.
    [[nodiscard]] int scalePercent() const;
    void setScalePercent(int percent);
    [[nodiscard]] QString lastAccount() const;
    void setLastAccount(const QString &account);
    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

    /// What the pages of a user remember.
    [[nodiscard]] std::unique_ptr<DeskMemory> memoryOf(const QString &account);

Q_SIGNALS:
    void schemeChanged();
    void languageChanged();

private:
    QSettings m_file;
};

} // namespace kp
