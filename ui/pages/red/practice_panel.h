// SPDX-License-Identifier: GPL-3.0-or-later
// Practice mode: what the other side of an invoice would do, at the push of a button. Plainly marked; it does not exist
// with a real connection.
#pragma once

#include "core/base/result.h"

#include <QFrame>
#include <QFuture>

#include <functional>
#include <memory>

class QPushButton;

namespace kp
{

class Banner;
class FlowLayout;
class Office;

class PracticePanel : public QFrame
{
    Q_OBJECT
public:
    /// @param banner where it is said what became of an act
    PracticePanel(Office &office, Banner *banner, QWidget *parent = nullptr);
    /// @param done what is said when it went well
    /// @param may whether it can be done now, asked at each refresh(); empty: always
    void addAct(const QString &name, const QString &text, const QString &done, std::function<QFuture<Outcome>()> act,
        const std::function<bool()> &may = {});
    void refresh();

private:
    struct Act {
        QPushButton *button;
        std::function<bool()> may;
        bool underWay = false;
    };
    Office &m_office;
    Banner *m_banner;
    FlowLayout *m_row;
    QList<std::shared_ptr<Act>> m_acts;
};

} // namespace kp
