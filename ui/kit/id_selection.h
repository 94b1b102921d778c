// SPDX-License-Identifier: GPL-3.0-or-later
// A selection that knows its rows by id: it survives a refresh that moves rows, and it reaches rows that are not here.
#pragma once

#include "ui/kit/spec.h"

#include <QHash>
#include <QItemSelectionModel>
#include <QSet>

namespace kp
{

class WindowedModel;

class IdSelection : public QItemSelectionModel
{
    Q_OBJECT
public:
    /// A longer stretch is refused (tooMany), but for the whole list, which then is "everything" and no ids.
    static constexpr int mostIds = 50'000;

    explicit IdSelection(WindowedModel *model, QObject *parent = nullptr);

    [[nodiscard]] ListSelection chosen() const;
    /// True while ids of chosen rows that are not here are being asked for.
    [[nodiscard]] bool isResolving() const { return m_resolving > 0; }
    void selectEverything();

    void select(const QItemSelection &selection, QItemSelectionModel::SelectionFlags command) override;
    using QItemSelectionModel::select;
    void reset() override;

Q_SIGNALS:
    void chosenChanged();
    void tooMany();

private:
    void follow(const QItemSelection &selected, const QItemSelection &deselected);
    void apply(const QItemSelectionRange &range, bool chosen);
    void resolve(int first, int last, bool chosen);
    void mirror(int first, int last);
    void mark(qint64 id, int row, bool chosen);
    void forget();

    WindowedModel *m_model;
    QSet<qint64> m_ids;
    QHash<qint64, int> m_placed; ///< rows of chosen ids, as last seen
    bool m_everything = false;
    bool m_mirroring = false;
    int m_resolving = 0;
    quint64 m_epoch = 0; ///< answers asked for before the last clearing are dropped
};

} // namespace kp
