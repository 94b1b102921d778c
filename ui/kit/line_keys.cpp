// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/line_keys.h"

namespace kp
{

namespace
{
constexpr std::pair<LineAct, const char *> actNames[] = {
    {LineAct::Next, "grid.next"},
    {LineAct::Back, "grid.back"},
    {LineAct::Edit, "grid.edit"},
    {LineAct::LookUp, "grid.lookUp"},
    {LineAct::CopyAbove, "grid.copyAbove"},
    {LineAct::CopyLine, "grid.copyLine"},
    {LineAct::AddLine, "grid.addLine"},
    {LineAct::RemoveLine, "grid.removeLine"},
    {LineAct::FillRemaining, "grid.fillRemaining"},
    {LineAct::Clear, "grid.clear"},
    {LineAct::Copy, "grid.copy"},
    {LineAct::Cut, "grid.cut"},
    {LineAct::Paste, "grid.paste"},
    {LineAct::Undo, "grid.undo"},
    {LineAct::Redo, "grid.redo"},
};
} // namespace

LineKeys::LineKeys()
{
    read(ShortMemory());
}

void LineKeys::read(const DeskMemory &memory)
{
    m_acts.clear();
    for (const auto &[act, name] : actNames)
        for (const QKeySequence &key : keysOf(QString::fromLatin1(name), memory))
            m_acts.insert(key, act);
}

std::optional<LineAct> LineKeys::find(const QKeyEvent &event) const
{
    const auto it = m_acts.constFind(pressedKey(event));
    return it == m_acts.constEnd() ? std::nullopt : std::optional(*it);
}

bool LineKeys::isOfGridWhileEditing(LineAct act)
{
    switch (act) {
    case LineAct::Next:
    case LineAct::Back:
    case LineAct::LookUp:
    case LineAct::CopyAbove:
    case LineAct::CopyLine:
    case LineAct::AddLine:
    case LineAct::RemoveLine:
    case LineAct::FillRemaining:
        return true;
    case LineAct::Edit:
    case LineAct::Clear:
    case LineAct::Copy:
    case LineAct::Cut:
    case LineAct::Paste:
    case LineAct::Undo:
    case LineAct::Redo:
        break;
    }
    return false;
}

} // namespace kp
