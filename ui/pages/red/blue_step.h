// SPDX-License-Identifier: GPL-3.0-or-later
// 选择发票: the invoice that shall be reversed, with its picture.
#pragma once

#include "ui/pages/office.h"

#include <QWidget>

class QStackedLayout;
class QTimer;

namespace kp
{

class ListPage;
class PagePicture;

class BlueStep : public QWidget
{
    Q_OBJECT
public:
    explicit BlueStep(Office &office, QWidget *parent = nullptr);
    void begin();
    [[nodiscard]] ListPage *list() const { return m_list; }
    [[nodiscard]] PagePicture *picture() const { return m_picture; }

Q_SIGNALS:
    void back();
    void chosen(const QString &number);

private:
    void preview();

    Office &m_office;
    ListPage *m_list = nullptr;
    PagePicture *m_picture = nullptr;
    QTimer *m_resting;
    qint64 m_shown = 0; ///< the invoice whose picture is shown or on its way
};

} // namespace kp
