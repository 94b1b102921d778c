// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

namespace kp
{

using CompanyId = Id<struct CompanyTag>;
using ConnectionId = Id<struct ConnectionTag>;
using UserId = Id<struct UserTag>;
using InvoiceId = Id<struct InvoiceTag>;
using DraftId = Id<struct DraftTag>;
using CustomerId = Id<struct CustomerTag>;
using ItemId = Id<struct ItemTag>;
using ElementId = Id<struct ElementTag>;
using SceneId = Id<struct SceneTag>;
using BusinessTypeId = Id<struct BusinessTypeTag>;
using RedFormId = Id<struct RedFormTag>;

} // namespace kp
