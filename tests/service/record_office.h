// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of base data share: an office with a company, people, and records to put in.
#pragma once

#include "tests/service/office.h"

#include "core/service/reading.h"

namespace kp::test
{

inline Customer customer(CompanyId company, const QString &name, const QString &taxNumber = "91430104MA4T8FT50U"_s)
{
    Customer out;
    out.company = company;
    out.party.name = name;
    out.party.taxNumber = taxNumber;
    return out;
}

class RecordOffice : public Office
{
public:
    RecordOffice() { connectCompany(); }

    [[nodiscard]] Actor person(const QString &account, const QString &role)
    {
        User user{{}, account, account, {role}};
        user.id = services().accounts.add(actor, user, password()).valueOr(UserId());
        return actorFor(user);
    }
    [[nodiscard]] std::unique_ptr<service::Reading> reading()
    {
        return std::move(service::Reading::open(run->database->path())).value();
    }
};

} // namespace kp::test
