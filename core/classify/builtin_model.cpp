// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/classify/builtin_model.h"

// Put in by the assembler: as an array of C the megabytes would take the compiler a minute.
// clang-format off
asm(".section .rodata\n"
    ".balign 16\n"
    "kaipiao_classify_model:\n"
    ".incbin \"" KP_CLASSIFY_MODEL "\"\n"
    "kaipiao_classify_model_end:\n"
    ".byte 0\n"
    ".text\n");
// clang-format on
extern "C" {
extern const char kaipiao_classify_model[];     // NOLINT: named by the assembler
extern const char kaipiao_classify_model_end[]; // NOLINT
}

namespace kp::classify
{

const Model &builtInModel()
{
    static const Model model = Model::open({kaipiao_classify_model, kaipiao_classify_model_end}).valueOr(Model());
    return model;
}

} // namespace kp::classify
