// SPDX-License-Identifier: GPL-3.0-or-later
// 红字首页 (S2 3.2): how many forms stand where, the ways to everything that is done with them, and the lists of what
// was sent and received.
#pragma once

#include "ui/pages/office.h"

#include <QWidget>

class QPushButton;
class QTabWidget;

namespace kp
{

class DownloadPanel;
class FlowLayout;
class ListPage;

class RedPage : public QWidget
{
    Q_OBJECT
public:
    explicit RedPage(Office &office, QWidget *parent = nullptr);

    [[nodiscard]] ListPage *list() const; ///< the one in front
    [[nodiscard]] DownloadPanel *download() const { return m_download; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Counts {
        QHash<RedFormState, qint64> sent;
        QHash<RedFormState, qint64> received;
        qint64 awaiting = 0;
        qint64 issuable = 0;
    };
    QWidget *makeWays();
    QPushButton *addWay(FlowLayout *row, const QString &page, Icon sign, const QString &text);
    void makeStates();
    void count();
    void showCounts();
    void showOnly(RedFormState state);

    Office &m_office;
    Counts m_counts;
    bool m_behind = false; ///< forms have changed while the page was not seen
    QPushButton *m_answer = nullptr;
    QPushButton *m_issue = nullptr;
    QWidget *m_states = nullptr;
    QHash<RedFormState, QPushButton *> m_stateButtons; ///< one a state; those of which there are none are hidden
    QTabWidget *m_tabs;
    ListPage *m_sent;
    ListPage *m_received;
    DownloadPanel *m_download;
};

} // namespace kp
