// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/layout/form.h"

#include "core/base/files.h"
#include "core/document/layout/face_texts.h"

#include <QCoreApplication>
#include <QGuiApplication>

namespace kp::document
{

namespace
{
struct FormText {
    Q_DECLARE_TR_FUNCTIONS(Form)
};

Result<Form> readForm(const QString &name, const LayoutKeys &keys)
{
    if (qGuiApp == nullptr)
        return Fault{FaultKind::Internal, FormText::tr("Documents can not be drawn: the program runs without fonts.")};
    KP_TRY(text, readFile(QStringLiteral(":/layouts/") + name, 1024 * 1024));
    const Result<Layout> layout = parseLayout(QString::fromUtf8(text), name, keys);
    if (!layout)
        return Fault{FaultKind::Internal, FormText::tr("The invoice layout is damaged."), layout.fault().message};
    Form form{*layout, {}};
    for (std::size_t role = 0; role < form.fonts.size(); ++role) {
        const QStringList &families = layout->families[role];
        form.fonts[role] = FontStack(families);
        if (!form.fonts[role].isUsable())
            return Fault{FaultKind::NotFound, FormText::tr("None of the fonts an invoice needs is installed: %1")
                                                  .arg(families.join(QStringLiteral(", ")))};
    }
    return form;
}

} // namespace

const Result<Form> &invoiceForm()
{
    static const Result<Form> form = readForm(QStringLiteral("invoice.layout"), invoiceKeys());
    return form;
}

const Result<Form> &redFormForm()
{
    static const Result<Form> form = readForm(QStringLiteral("redform.layout"), redFormKeys());
    return form;
}

} // namespace kp::document
