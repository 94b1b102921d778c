// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

class QLineEdit;

namespace kp
{

/// "12/100", red past the limit. Nothing is cut off: what is too long is the clerk's to shorten.
void showLimit(QLabel &label, qsizetype used, int limit);

/// The counter inside a line edit, on its right: shown while the field has the focus or comes near its limit.
class LimitCounter : public QLabel
{
    Q_OBJECT
public:
    LimitCounter(QLineEdit *edit, int limit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    QLineEdit *m_edit;
    const int m_limit;
};

} // namespace kp
