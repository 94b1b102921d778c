// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/invoice.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QTimer;

namespace kp
{

class Banner;
class Office;
class PagePicture;
class SearchList;

/// 复制开票: the issued invoices, found by any part of them, the face of the chosen one beside them. Enter copies, Esc
/// goes back.
class CopyPicker : public QWidget
{
    Q_OBJECT
public:
    explicit CopyPicker(Office &office, QWidget *parent = nullptr);
    void open();
    [[nodiscard]] PagePicture *picture() const { return m_picture; }

Q_SIGNALS:
    void chosen(kp::InvoiceId invoice);
    void closed();

private:
    void build();
    void find();
    void list(const QList<InvoiceSummary> &invoices);
    [[nodiscard]] std::optional<InvoiceId> current() const;
    void preview();
    void take();

    Office &m_office;
    Banner *m_banner;
    SearchList *m_list;
    PagePicture *m_picture;
    QPushButton *m_copy;
    QTimer *m_resting;
    QList<InvoiceId> m_ids; ///< as the rows of the list
    quint64 m_asked = 0;
};

} // namespace kp
