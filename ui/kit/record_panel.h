// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/desk.h"
#include "ui/kit/record_spec.h"

#include <QFrame>
#include <QSet>

class QLabel;
class QPushButton;
class QScrollArea;

namespace kp
{

class Banner;

/// One record beside its list: to look at, to change, or new. Enter goes from field to field and saves after the last
/// one, Ctrl+S saves, Ctrl+Enter saves and goes on, Esc closes; what is not saved is asked about once.
class RecordPanel : public QFrame
{
    Q_OBJECT
public:
    enum class Mode { View, Edit, New };

    RecordPanel(const RecordSpec &spec, const Desk &desk, QWidget *parent = nullptr);

    /// Loads the record and shows it. @param id 0 with Mode::New; what was shown before is gone, so leave() it first
    void open(Mode mode, qint64 id);
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] qint64 id() const { return m_id; }
    [[nodiscard]] bool isOpen() const { return !isHidden(); }
    [[nodiscard]] bool hasUnsaved() const;
    /// Goes on at once where nothing is unsaved; else when the person gives it up.
    void leave(const std::function<void()> &go);
    void close();
    [[nodiscard]] Form *form() const { return m_form; }
    [[nodiscard]] Banner *banner() const { return m_banner; }

Q_SIGNALS:
    /// @param andNext the person wants to go on with another one
    void saved(qint64 id, bool andNext);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addKeys();
    void take(const FieldTexts &texts);
    void showMode();
    void setBusy(bool busy);
    void save(bool andNext);
    void takeSaved(const Result<Saved> &answer, bool andNext);
    void showFindings(const QList<Finding> &findings, bool all);
    void check();

    const RecordSpec &m_spec;
    const Desk &m_desk;
    Mode m_mode = Mode::View;
    qint64 m_id = 0;
    FieldTexts m_loaded;     ///< also what the form does not show
    FieldTexts m_before;     ///< the form as loaded or as last saved
    QSet<QString> m_touched; ///< fields the person has been through: they may be spoken about
    bool m_busy = false;
    quint64 m_asked = 0; ///< answers about an older record are dropped
    QLabel *m_title;
    Banner *m_banner;
    QScrollArea *m_scroll;
    Form *m_form;
    QPushButton *m_close;
    QPushButton *m_edit;
    QPushButton *m_saveNext;
    QPushButton *m_save;
};

} // namespace kp
