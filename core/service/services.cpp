// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/services.h"

namespace kp::service
{

Services::Services(
    store::Stores &stores, const Clock &time, TaxPlatform &platform, SecretStore &secrets, PasswordScheme scheme)
    : store(stores)
    , clock(time)
    , routes(stores, secrets)
    , accounts(stores, time, std::move(scheme))
    , setup(stores, time, platform, secrets, routes)
    , stock(stores, time, platform, routes)
    , issuing(stores, time)
    , classifying(stores, time, issuing)
    , runner(stores, time, platform, routes)
    , batch(stores, issuing, stock, runner, classifying)
    , desk(stores, time, issuing, stock, runner, classifying)
    , invoices(stores)
    , items(stores, time, issuing)
    , customers(stores, time, issuing)
    , elements(stores, time, issuing)
    , scenes(stores, time, issuing)
    , businessTypes(stores, time, issuing)
    , favourites(stores, time)
{
}

Services::~Services() = default;

} // namespace kp::service
