// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the picture: what the invoice says, what happened to it, and where it stands on its way.
#pragma once

#include "ui/kit/fact_list.h"

namespace kp
{

struct Party;

namespace service
{
struct InvoiceDetail;
}
namespace store
{
struct HistoryEntry;
struct OutboxEntry;
} // namespace store

class FactsPanel : public FactList
{
    Q_OBJECT
public:
    explicit FactsPanel(QWidget *parent = nullptr);
    void show(const service::InvoiceDetail &detail);

private:
    void addReversals(const service::InvoiceDetail &detail);
    void addParty(const QString &title, const Party &party, const QString &printedName);
    void addHistory(const QList<store::HistoryEntry> &history);
    void addOutbox(const store::OutboxEntry &entry);
};

} // namespace kp
