// SPDX-License-Identifier: GPL-3.0-or-later
// What became of the invoice that was just issued.
#pragma once

#include "core/domain/invoice.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace kp
{

class Badge;
class Banner;
class Office;
class QrPicture;

namespace service
{
struct InvoiceDetail;
}

class ResultPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ResultPanel(Office &office, QWidget *parent = nullptr);
    /// Follows this invoice until it is settled.
    void show(InvoiceId id);
    /// Follows none, when a draft is written in its place: its invoice is nobody's question there any more.
    void forget();
    [[nodiscard]] InvoiceId invoice() const { return m_id; }
    /// Its state as it was last read.
    [[nodiscard]] std::optional<InvoiceState> state() const { return m_state; }

Q_SIGNALS:
    void continueAsked();                ///< 继续开票
    void correctAsked(kp::InvoiceId id); ///< the refused invoice shall be written again, under its number

private:
    QPushButton *addButton(const QString &name, const QString &text);
    QLabel *addFact(QGridLayout *facts, const QString &caption, const QString &name, const QFont &font);
    void load();
    void showDetail(const service::InvoiceDetail &detail);
    void showState(const Invoice &invoice);
    void discard();

    Office &m_office;
    InvoiceId m_id;
    std::optional<InvoiceState> m_state;
    QString m_numberText;
    Banner *m_banner;
    QLabel *m_sign;
    QLabel *m_title;
    QLabel *m_explanation;
    QLabel *m_words;
    QLabel *m_number;
    QLabel *m_buyer;
    QLabel *m_gross;
    QLabel *m_credit;
    Badge *m_badge;
    QrPicture *m_qr;
    QPushButton *m_open;
    QPushButton *m_save;
    QPushButton *m_correct;
    QPushButton *m_discard;
    QPushButton *m_continue;
};

} // namespace kp
