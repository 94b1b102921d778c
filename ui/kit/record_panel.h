// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/leaving.h"
#include "ui/kit/panel_frame.h"
#include "ui/kit/record_spec.h"

#include <QPointer>
#include <QSet>

class QPushButton;
class QScrollArea;

namespace kp
{

/// One record beside its list: to look at, to change, or new. Enter goes from field to field and saves after the last
/// one, Ctrl+S saves, Ctrl+Enter saves and goes on, Esc closes; what is not saved is asked about once.
class RecordPanel : public PanelFrame, public Leavable
{
    Q_OBJECT
public:
    enum class Mode { View, Edit, New };

    RecordPanel(const RecordSpec &spec, const Desk &desk, QWidget *parent = nullptr);

    /// Loads the record and shows it. @param id 0 with Mode::New; what was shown before is gone: leave it first
    void open(Mode mode, qint64 id);
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] qint64 id() const { return m_id; }
    [[nodiscard]] bool isOpen() const { return !isHidden(); }
    [[nodiscard]] QString unsaved() const override;
    void giveUp() override;
    void close();
    [[nodiscard]] Form *form() const { return m_form; }

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
    void showErrors(const QList<Finding> &findings);
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
    QPointer<QWidget> m_handedIn; ///< had the keyboard when the record was handed in
    quint64 m_asked = 0;          ///< answers about an older record are dropped
    QScrollArea *m_scroll;
    Form *m_form;
    QPushButton *m_close;
    QPushButton *m_edit;
    QPushButton *m_saveNext;
    QPushButton *m_save;
};

} // namespace kp
