// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/arguments.h"

#include "app/profile/profile.h"

#include <QCommandLineParser>

namespace kp::desktop
{

using namespace Qt::StringLiterals;

namespace
{
/// A choice of the command line. Fault: Invalid, naming what is possible.
Outcome checkChoice(const QCommandLineParser &parser, const QString &option, const QStringList &possible)
{
    if (!parser.isSet(option) || possible.contains(parser.value(option)))
        return Done{};
    return Fault{FaultKind::Invalid, u"--%1: one of %2 is expected"_s.arg(option, possible.join(u", "_s))};
}
} // namespace

// Texts of the command line are English: no translation is loaded before the profile is known.
Result<Arguments> readArguments(const QStringList &commandLine)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Kaipiao: digital invoices, issued without worry."_s);
    parser.addOptions({
        {u"practice"_s, u"Work in the practice profile; a new one is set up for practising."_s},
        {u"profile"_s, u"The folder to work in."_s, u"DIR"_s},
        {u"language"_s, u"zh_CN or en."_s, u"LANGUAGE"_s},
        {u"theme"_s, u"light or dark."_s, u"THEME"_s},
        {{u"h"_s, u"help"_s}, u"Show this."_s},
        {u"version"_s, u"Show the version."_s},
    });
    if (!parser.parse(commandLine))
        return Fault{FaultKind::Invalid, parser.errorText()};
    KP_DO(checkChoice(parser, u"language"_s, {u"zh_CN"_s, u"en"_s}));
    KP_DO(checkChoice(parser, u"theme"_s, {u"light"_s, u"dark"_s}));
    Arguments out;
    if (parser.isSet(u"help"_s))
        out.text = parser.helpText().replace(u"<executable_name>"_s, u"kaipiao"_s); // Qt knows no name this early
    else if (parser.isSet(u"version"_s))
        out.text = u"kaipiao "_s + QLatin1StringView(KP_VERSION) + u'\n';
    out.practice = parser.isSet(u"practice"_s);
    out.folder = parser.isSet(u"profile"_s) ? parser.value(u"profile"_s) : app::defaultFolder(out.practice);
    out.language = parser.value(u"language"_s);
    if (parser.isSet(u"theme"_s))
        out.scheme = parser.value(u"theme"_s) == "dark"_L1 ? Scheme::Dark : Scheme::Light;
    return out;
}

} // namespace kp::desktop
