// SPDX-License-Identifier: GPL-3.0-or-later
// What signing in and setting up share: the name of the product at the left, a column of fields at the right.
#pragma once

#include <QStackedWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace kp
{

class Banner;

/// The coloured panel with the product's name and what it does.
class BrandPanel : public QWidget
{
    Q_OBJECT
public:
    explicit BrandPanel(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {440, 600}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A stack as large as the page in front, not as its largest one.
class SnugStack : public QStackedWidget
{
    Q_OBJECT
public:
    explicit SnugStack(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
};

/// A column of labelled fields with a heading, a banner for what went wrong, and buttons below.
class EntryColumn : public QWidget
{
    Q_OBJECT
public:
    EntryColumn(const QString &title, const QString &explanation, QWidget *parent = nullptr);

    QLineEdit *addField(const QString &name, const QString &label, const QString &hint = {});
    QLineEdit *addPassword(const QString &name, const QString &label);
    QLabel *addNote(const QString &text);
    void addWidget(QWidget *widget);
    /// @param primary at most one a column
    QPushButton *addButton(const QString &name, const QString &text, bool primary);
    void addSpace();
    [[nodiscard]] Banner *banner() const { return m_banner; }
    /// Disables the fields and shows that something is under way.
    void setBusy(bool busy);

Q_SIGNALS:
    /// Enter in the last field.
    void submitted();

private:
    QVBoxLayout *m_column;
    Banner *m_banner;
    QWidget *m_body;
    QVBoxLayout *m_fields;
    QWidget *m_progress;
    QList<QLineEdit *> m_edits;
};

} // namespace kp
