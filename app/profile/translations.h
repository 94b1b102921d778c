// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kp::app
{

/// Puts a language in force, in place of the one before: "zh_CN", "en", or empty: KAIPIAO_LANGUAGE, else that of the
/// desktop, where everything that is not Chinese is English.
void installTranslations(const QString &language = {});

} // namespace kp::app
