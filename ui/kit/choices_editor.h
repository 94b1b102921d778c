// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/field_editor.h"

class QListWidget;

namespace kp
{

/// Several words of a list, in an order of one's own: Space checks one, Ctrl+Up and Ctrl+Down move it. The text is
/// their codes, "3,5,4".
class ChoicesEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ChoicesEditor(const FieldTraits &traits, const FormField &field, QWidget *parent = nullptr);
    [[nodiscard]] QString text() const override;
    void setText(const QString &text) override;
    void setWords(const QList<Word> &words) override;
    void setReadOnly(bool readOnly) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QStringList &chosen);
    void move(int by);

    QListWidget *m_list;
    QList<Word> m_words;
    bool m_readOnly = false;
};

} // namespace kp
