// SPDX-License-Identifier: GPL-3.0-or-later
// 发票冲红 (S0 四): an invoice is chosen and reversed whole, in one go where nobody else has to confirm.
#pragma once

#include "ui/pages/office.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedLayout;

namespace kp
{

class Banner;
class DonePanel;
class ListPage;
class PagePicture;
class ResultPanel;

class QuickPage : public QWidget
{
    Q_OBJECT
public:
    explicit QuickPage(Office &office, QWidget *parent = nullptr);

    [[nodiscard]] ListPage *list() const { return m_list; }
    [[nodiscard]] ResultPanel *result() const { return m_result; }
    [[nodiscard]] Banner *banner() const { return m_banner; }
    [[nodiscard]] QString counts() const;

private:
    enum Step { ListStep, ConfirmStep, ResultStep, DoneStep };
    QWidget *makeList();
    QWidget *makeConfirm();
    void show(Step step);
    void count();
    void examine(qint64 id, const QString &number);
    void offer(const Result<service::Prospect> &prospect);
    void reverse();
    void setBusy(bool busy);

    Office &m_office;
    std::optional<service::Prospect> m_prospect;
    qint64 m_chosen = 0;
    QStackedLayout *m_stack;
    QLabel *m_counts = nullptr;
    ListPage *m_list = nullptr;
    QLabel *m_title = nullptr;
    Banner *m_banner = nullptr;
    QLabel *m_effect = nullptr;
    QComboBox *m_reason = nullptr;
    PagePicture *m_picture = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_reverse = nullptr;
    ResultPanel *m_result;
    DonePanel *m_done;
};

} // namespace kp
