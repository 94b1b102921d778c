// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/id_document.h"

#include <algorithm>
#include <array>

namespace kp
{

namespace
{
constexpr IdDocumentRow idDocumentRows[] = {
    {"101", u"组织机构代码证"},
    {"102", u"营业执照"},
    {"103", u"税务登记证"},
    {"199", u"其他单位证件"},
    {"201", u"居民身份证"},
    {"202", u"军官证"},
    {"203", u"武警警官证"},
    {"204", u"士兵证"},
    {"205", u"军队离退休干部证"},
    {"206", u"残疾人证"},
    {"207", u"残疾军人证（1-8级）"},
    {"208", u"外国护照"},
    {"210", u"港澳居民来往内地通行证"},
    {"212", u"中华人民共和国往来港澳通行证"},
    {"213", u"台湾居民来往大陆通行证"},
    {"214", u"大陆居民往来台湾通行证"},
    {"215", u"外国人居留证"},
    {"216", u"外交官证"},
    {"217", u"使（领事）馆证"},
    {"218", u"海员证"},
    {"219", u"香港永久性居民身份证"},
    {"220", u"台湾身份证"},
    {"221", u"澳门特别行政区永久性居民身份证"},
    {"222", u"外国人身份证件"},
    {"224", u"就业失业登记证"},
    {"225", u"退休证"},
    {"226", u"离休证"},
    {"227", u"中国护照"},
    {"228", u"城镇退役士兵自谋职业证"},
    {"229", u"随军家属身份证明"},
    {"230", u"中国人民解放军军官转业证书"},
    {"231", u"中国人民解放军义务兵退出现役证"},
    {"232", u"中国人民解放军士官退出现役证"},
    {"233", u"外国人永久居留身份证（外国人永久居留证）"},
    {"234", u"就业创业证"},
    {"235", u"香港特别行政区护照"},
    {"236", u"澳门特别行政区护照"},
    {"237", u"中华人民共和国港澳居民居住证"},
    {"238", u"中华人民共和国台湾居民居住证"},
    {"239", u"《中华人民共和国外国人工作许可证》（A类）"},
    {"240", u"《中华人民共和国外国人工作许可证》（B类）"},
    {"241", u"《中华人民共和国外国人工作许可证》（C类）"},
    {"291", u"出生医学证明"},
    {"299", u"其他个人证件"},
};

/// What a natural person who buys may show (zrrzjlxDm).
constexpr std::array buyerCodes{"201", "208", "210", "213", "227", "233", "237", "238"};

template<class Matches>
const IdDocumentRow *find(Matches matches)
{
    const auto *found = std::find_if(std::begin(idDocumentRows), std::end(idDocumentRows), matches);
    return found == std::end(idDocumentRows) ? nullptr : found;
}
} // namespace

bool IdDocumentRow::servesBuyer() const
{
    return std::any_of(buyerCodes.begin(), buyerCodes.end(),
        [this](const char *allowed) { return QLatin1StringView(allowed) == QLatin1StringView(code); });
}

std::span<const IdDocumentRow> idDocumentTypes()
{
    return idDocumentRows;
}

const IdDocumentRow *idDocumentType(QStringView code)
{
    return find([&](const IdDocumentRow &row) { return code == QLatin1StringView(row.code); });
}

const IdDocumentRow *idDocumentTypeNamed(QStringView official)
{
    return find([&](const IdDocumentRow &row) { return official == QStringView(row.official); });
}

} // namespace kp
