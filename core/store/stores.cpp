// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/stores.h"

namespace kp::store
{

Stores::Stores(Database &db)
    : database(db)
    , invoices(db)
    , list(db)
    , outbox(db)
    , numbers(db)
    , credit(db)
    , requests(db)
    , companies(db)
    , classifications(db)
    , users(db)
    , drafts(db)
    , batches(db)
    , customers(db)
    , items(db)
    , customerRecords(db)
    , elements(db)
    , scenes(db)
    , businessTypes(db)
    , redForms(db)
    , redPlans(db)
    , learned(db)
    , settings(db)
    , audit(db)
{
}

Stores::~Stores() = default;

} // namespace kp::store
