// SPDX-License-Identifier: GPL-3.0-or-later
// One invoice: its picture, its particulars, its history.
#pragma once

#include "ui/pages/office.h"

#include <QWidget>

class QLabel;

namespace kp
{

class Badge;
class Banner;
class CommandBar;
class FactsPanel;
class PagePicture;

class DetailPage : public QWidget
{
    Q_OBJECT
public:
    DetailPage(Office &office, InvoiceId id, QWidget *parent = nullptr);

    [[nodiscard]] PagePicture *picture() const { return m_picture; }
    [[nodiscard]] const std::optional<service::InvoiceDetail> &detail() const { return m_detail; }

private:
    void build();
    [[nodiscard]] QWidget *makeZoom();
    [[nodiscard]] QWidget *makePractice(PracticeSide &side);
    void load();
    void show(const service::InvoiceDetail &detail);

    Office &m_office;
    const InvoiceId m_id;
    std::optional<service::InvoiceDetail> m_detail;
    Invoice m_drawn; ///< whose picture is shown
    QLabel *m_title;
    Badge *m_badge;
    CommandBar *m_commands = nullptr;
    Banner *m_banner;
    PagePicture *m_picture;
    FactsPanel *m_facts;
    QWidget *m_practice = nullptr; ///< the other side, where one practises
};

} // namespace kp
