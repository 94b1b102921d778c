// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace kp::app
{

/// Chinese texts for a Chinese locale, English otherwise; KAIPIAO_LANGUAGE (zh_CN, en) overrides.
void installTranslations(const QLocale &locale);

} // namespace kp::app
