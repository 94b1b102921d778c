// SPDX-License-Identifier: GPL-3.0-or-later
// 红字发票确认信息下载 (S2 3.2.5): the forms of a month at most, as a workbook.
#pragma once

#include "ui/pages/office.h"

#include <QFrame>

class QComboBox;
class QDateEdit;
class QPushButton;

namespace kp
{

class Banner;

class DownloadPanel : public QFrame
{
    Q_OBJECT
public:
    explicit DownloadPanel(Office &office, QWidget *parent = nullptr);
    void begin();
    [[nodiscard]] Banner *banner() const { return m_banner; }

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QString whyNot() const;
    void check();
    void download();
    void read(const QString &path);
    void write(const QString &path);

    Office &m_office;
    QComboBox *m_side;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QPushButton *m_download;
    QPushButton *m_close;
    Banner *m_banner;
};

} // namespace kp
