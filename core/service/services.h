// SPDX-License-Identifier: GPL-3.0-or-later
// All use cases over one open store, for whoever composes a program. They live on the store's thread.
#pragma once

#include "core/service/accounts.h"
#include "core/service/batch_issuing.h"
#include "core/service/classifying.h"
#include "core/service/company_setup.h"
#include "core/service/desk_issuing.h"
#include "core/service/favourites.h"
#include "core/service/invoices.h"
#include "core/service/issuing.h"
#include "core/service/outbox_runner.h"
#include "core/service/record_import.h"
#include "core/service/records.h"
#include "core/service/routes.h"
#include "core/service/stock.h"

namespace kp::service
{

struct Services {
    Services(
        store::Stores &stores, const Clock &time, TaxPlatform &platform, SecretStore &secrets, PasswordScheme scheme);
    ~Services();
    Q_DISABLE_COPY_MOVE(Services)

    store::Stores &store;
    const Clock &clock;
    Routes routes;
    Accounts accounts;
    CompanySetup setup;
    Stock stock;
    Issuing issuing;
    Classifying classifying;
    OutboxRunner runner;
    BatchIssuing batch;
    DeskIssuing desk;
    Invoices invoices;
    Records<Item> items;
    Records<Customer> customers;
    Records<ElementDefinition> elements;
    Records<Scene> scenes;
    Records<BusinessType> businessTypes;
    Favourites favourites;

    /// The use cases of a kind of record.
    template<class T>
    [[nodiscard]] Records<T> &records()
    {
        if constexpr (std::is_same_v<T, Item>)
            return items;
        else if constexpr (std::is_same_v<T, Customer>)
            return customers;
        else if constexpr (std::is_same_v<T, ElementDefinition>)
            return elements;
        else if constexpr (std::is_same_v<T, Scene>)
            return scenes;
        else
            return businessTypes;
    }
};

} // namespace kp::service
