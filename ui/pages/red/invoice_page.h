// SPDX-License-Identifier: GPL-3.0-or-later
// 数电红字开票: the red invoice of a confirmation form is looked at and issued.
#pragma once

#include "ui/pages/office.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace kp
{

class Banner;
class PagePicture;
class ResultPanel;

class RedInvoicePage : public QWidget
{
    Q_OBJECT
public:
    RedInvoicePage(Office &office, RedFormId form, QWidget *parent = nullptr);

    [[nodiscard]] PagePicture *picture() const { return m_picture; }
    [[nodiscard]] ResultPanel *result() const { return m_result; }
    [[nodiscard]] Banner *banner() const { return m_banner; }

private:
    /// What the page needs to know.
    struct Told {
        RedForm form;
        Invoice blue;
    };
    QWidget *makeSheet();
    void load(bool asked);
    void ask();
    void show(const Told &told);
    void issue();
    void setBusy(bool busy);

    Office &m_office;
    const RedFormId m_id;
    QStackedLayout *m_stack;
    QLabel *m_title = nullptr;
    QLabel *m_effect = nullptr;
    Banner *m_banner = nullptr;
    PagePicture *m_picture = nullptr;
    QPushButton *m_issue = nullptr;
    ResultPanel *m_result;
};

} // namespace kp
