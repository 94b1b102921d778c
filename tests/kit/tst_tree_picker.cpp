// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/reading_order.h"
#include "ui/kit/tree_picker.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace kp;
using namespace Qt::StringLiterals;

namespace
{

QList<TreeEntry> fruit()
{
    return {{u"1"_s, {}, u"货物"_s, u"货物"_s, {}, {}, false}, {u"11"_s, u"1"_s, u"水果"_s, u"水果"_s, {}, {}, false},
        {u"111"_s, u"11"_s, u"苹果"_s, u"水果"_s, u"9%"_s, u"红富士"_s},
        {u"112"_s, u"11"_s, u"梨"_s, u"水果"_s, u"9%"_s, {}}, {u"12"_s, u"1"_s, u"苹果汁"_s, u"饮料"_s, u"13%"_s, {}},
        {u"2"_s, {}, u"劳务"_s, u"劳务"_s, {}, {}, false}};
}

struct Opened {
    QWidget window;
    QLineEdit *field = new QLineEdit(&window);
    TreePicker *picker = new TreePicker(u"Fruit"_s, &window);
    QSignalSpy taken{picker, &TreePicker::taken};

    explicit Opened(const QString &code = {})
    {
        window.resize(900, 600);
        window.show();
        QApplication::setActiveWindow(&window);
        picker->setEntries(fruit());
        picker->openUnder(field, code);
        QTRY_VERIFY(edit()->hasFocus());
    }
    [[nodiscard]] QLineEdit *edit() const { return picker->findChild<QLineEdit *>(u"picker.text"_s); }
    [[nodiscard]] QTreeView *tree() const { return picker->findChild<QTreeView *>(); }
    [[nodiscard]] QString current() const { return tree()->currentIndex().siblingAtColumn(0).data().toString(); }
    void press(int key) const { QTest::keyClick(edit(), static_cast<Qt::Key>(key)); }
    /// As an input method does it.
    void type(const QString &text) const
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(edit(), &event);
    }
    [[nodiscard]] QString chosen()
    {
        return taken.isEmpty() ? QString() : taken.takeFirst().first().value<TreeEntry>().code;
    }
};

} // namespace

class TreePickerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void searches_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        QTest::newRow("by name") << u"苹果"_s << u"111"_s;
        QTest::newRow("by a part of it") << u"果汁"_s << u"12"_s;
        QTest::newRow("by code") << u"112"_s << u"112"_s;
        QTest::newRow("by short name") << u"饮料"_s << u"12"_s;
        QTest::newRow("by initials") << u"pgz"_s << u"12"_s;
        QTest::newRow("initials in capitals") << u"PG"_s << u"111"_s;
        QTest::newRow("by its description") << u"红富士"_s << u"111"_s;
        QTest::newRow("what can be taken comes first") << u"水果"_s << u"111"_s;
    }
    void searches()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, first);
        Opened opened;
        opened.type(typed);
        QCOMPARE(opened.current(), first);
        opened.press(Qt::Key_Return);
        QCOMPARE(opened.chosen(), first);
        QVERIFY(!opened.picker->isVisible());
    }

    void theTreeByArrows()
    {
        Opened opened;
        QCOMPARE(opened.current(), u"1"_s);
        opened.press(Qt::Key_Right);
        opened.press(Qt::Key_Down);
        QCOMPARE(opened.current(), u"11"_s);
        opened.press(Qt::Key_Return); // a summary code unfolds and is not taken
        QCOMPARE(opened.taken.size(), 0);
        QVERIFY(opened.picker->findChild<QLabel *>(u"picker.about"_s)->text().contains(u"summary code"_s));
        opened.press(Qt::Key_Down);
        QCOMPARE(opened.current(), u"111"_s);
        QCOMPARE(opened.picker->findChild<QLabel *>(u"picker.about"_s)->text(), u"货物 › 水果 › 苹果"_s);
        opened.press(Qt::Key_Enter);
        QCOMPARE(opened.chosen(), u"111"_s);
    }

    void aSummaryCodeThatWasFoundLeadsToItsPlaceInTheTree()
    {
        Opened opened;
        opened.type(u"sg"_s);
        QCOMPARE(opened.current(), u"11"_s);
        opened.press(Qt::Key_Return);
        QCOMPARE(opened.taken.size(), 0);
        QVERIFY(opened.edit()->text().isEmpty());
        QCOMPARE(opened.current(), u"11"_s);
        QVERIFY(opened.tree()->isExpanded(opened.tree()->currentIndex()));
    }

    void opensAtThePresentChoiceAndClosesByEscape()
    {
        Opened opened(u"112"_s);
        QCOMPARE(opened.current(), u"112"_s);
        opened.type(u"nobody"_s);
        QCOMPARE(opened.current(), QString());
        QCOMPARE(opened.picker->findChild<QLabel *>(u"picker.about"_s)->text(), u"Nothing is found."_s);
        opened.press(Qt::Key_Return);
        QVERIFY(opened.picker->isVisible());
        opened.press(Qt::Key_Escape);
        QTRY_VERIFY(!opened.picker->isVisible());
        QCOMPARE(opened.taken.size(), 0);
    }

    void everyControlHasAName()
    {
        const Opened opened;
        QCOMPARE(checkNames(opened.picker), QStringList());
        QCOMPARE(checkNothingCutOff(opened.picker), QStringList());
    }
};

QTEST_MAIN(TreePickerTest)
#include "tst_tree_picker.moc"
