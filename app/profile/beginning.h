// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace kp::app
{

/// What a folder holds before a profile is begun in it, so that a beginning that fails can be taken back. Only files of
/// a profile are ever removed, only those that were not there before, and none where there were books already.
class Beginning
{
public:
    explicit Beginning(const QString &folder);
    /// Once the profile has been closed. Ends the log.
    void takeBack() const;

private:
    QString m_folder;
    QString m_newFolder; ///< the uppermost folder that was not there; empty: the profile's own one was
    QSet<QString> m_before;
};

} // namespace kp::app
