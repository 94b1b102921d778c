// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/spec.h"

#include "ui/kit/texts.h"

namespace kp
{

QString whyNot(const Command &command, const Actor &actor, const CommandContext &context)
{
    if (command.needs && !actor.may(*command.needs))
        return KitText::tr("You do not have the right to %1. These roles have it: %2.")
            .arg(label(*command.needs), rolesThatGrant(*command.needs));
    if (!context.settled) // a command must never get half of what is selected
        return KitText::tr("The selection is still being read. Try again in a moment.");
    return command.whyDisabled ? command.whyDisabled(context) : QString();
}

} // namespace kp
