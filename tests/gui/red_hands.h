// SPDX-License-Identifier: GPL-3.0-or-later
// Hands for reversing invoices in the real window; the other side is played at the practice platform's control
// interface.
#pragma once

#include "tests/gui/desk.h"

class QLabel;

namespace kp
{
class ListPage;
}

namespace gui
{

QString focusedName();
QString said(QWidget *page, const QString &name);
bool isShown(QWidget *page, const QString &name);

class RedHands
{
public:
    explicit RedHands(TestDesk &desk)
        : m_desk(desk)
    {
    }
    /// Issues an invoice of ten pens and a service to the other practice company; its number.
    QString blue();
    /// The buyer ticks it.
    void tick(const QString &number);
    void act(const QByteArray &act, const RedForm &form);
    /// The buyer applies for reversing all of it.
    void applyAsBuyer(const QString &number);
    /// The company itself applies for reversing all of it.
    void applyAsSeller(const QString &number);
    template<class Page>
    Page &open(const QString &page, const QString &argument = {})
    {
        m_desk.office().open(page, argument);
        [&] { QTRY_VERIFY(m_desk.shows<Page>()); }();
        return m_desk.page<Page>();
    }
    /// Selects the only row of a list and gives it the keyboard.
    void chooseOnly(ListPage *list);
    RedForm lastForm();
    void synchronise();

private:
    TestDesk &m_desk;
    int m_next = 0;
};

} // namespace gui
