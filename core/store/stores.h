// SPDX-License-Identifier: GPL-3.0-or-later
// All stores on one connection.
#pragma once

#include "core/store/audit_log.h"
#include "core/store/batch_store.h"
#include "core/store/classification_store.h"
#include "core/store/company_store.h"
#include "core/store/credit_store.h"
#include "core/store/customer_store.h"
#include "core/store/draft_store.h"
#include "core/store/invoice_list.h"
#include "core/store/invoice_store.h"
#include "core/store/learned_store.h"
#include "core/store/number_store.h"
#include "core/store/outbox.h"
#include "core/store/record_store.h"
#include "core/store/red_form_store.h"
#include "core/store/red_plan_store.h"
#include "core/store/request_store.h"
#include "core/store/setting_store.h"
#include "core/store/user_store.h"

namespace kp::store
{

struct Stores {
    explicit Stores(Database &db);
    ~Stores();
    Q_DISABLE_COPY_MOVE(Stores)

    Database &database;
    InvoiceStore invoices;
    InvoiceList list;
    Outbox outbox;
    NumberStore numbers;
    CreditStore credit;
    RequestStore requests;
    CompanyStore companies;
    ClassificationStore classifications;
    UserStore users;
    DraftStore drafts;
    BatchStore batches;
    CustomerStore customers;
    RecordStore<Item> items;
    RecordStore<Customer> customerRecords;
    RecordStore<ElementDefinition> elements;
    RecordStore<Scene> scenes;
    RecordStore<BusinessType> businessTypes;
    RedFormStore redForms;
    RedPlanStore redPlans;
    LearnedStore learned;
    SettingStore settings;
    AuditLog audit;

    /// The store of a kind of record.
    template<class T>
    [[nodiscard]] RecordStore<T> &records()
    {
        if constexpr (std::is_same_v<T, Item>)
            return items;
        else if constexpr (std::is_same_v<T, Customer>)
            return customerRecords;
        else if constexpr (std::is_same_v<T, ElementDefinition>)
            return elements;
        else if constexpr (std::is_same_v<T, Scene>)
            return scenes;
        else
            return businessTypes;
    }
};

} // namespace kp::store
