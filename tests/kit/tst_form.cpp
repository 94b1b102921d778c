// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/reading_order.h"
#include "ui/kit/findings_panel.h"
#include "ui/kit/form.h"
#include "ui/kit/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace kp;
using namespace Qt::StringLiterals;

namespace
{

FormSpec headForm()
{
    return {
        {{u"Buyer"_s, {{.key = u"buyer.name"_s, .required = true}, {.key = u"buyer.taxNumber"_s, .face = Face::Code}}},
            {u"Invoice"_s, {{.key = u"kind"_s,
                                .words = {{QString::fromLatin1(code(InvoiceKind::Special)), u"Special"_s},
                                    {QString::fromLatin1(code(InvoiceKind::Ordinary)), u"Ordinary"_s}}},
                               {.key = u"taxIncluded"_s}, {.key = u"remark"_s, .span = 2, .lines = 3}}}},
        2};
}

FormSpec lineForm()
{
    return {{{{}, {{.key = u"quantity"_s}, {.key = u"amount"_s},
                      {.key = u"rate"_s, .words = {{u"0.13"_s, u"13%"_s}, {u"0.09"_s, u"9%"_s}}}}}},
        3};
}

struct Shown {
    QWidget window;
    Form *form;
    template<class T>
    static Shown *of(const FormSpec &spec)
    {
        auto *shown = new Shown;
        shown->form = new Form(spec, traitsOf<T>(spec), &shown->window);
        (new QVBoxLayout(&shown->window))->addWidget(shown->form);
        shown->window.resize(700, 500);
        shown->window.show();
        QApplication::setActiveWindow(&shown->window);
        return shown;
    }
};

template<class W>
W *inner(const Form &form, const QString &key)
{
    return qobject_cast<W *>(form.editor(key)->focusProxy());
}

} // namespace

class FormTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fillsAndReadsARecord()
    {
        const std::unique_ptr<Shown> shown(Shown::of<InvoiceDraft>(headForm()));
        InvoiceDraft draft;
        draft.kind = InvoiceKind::Special;
        draft.buyer.name = u"星河示例科技有限公司"_s;
        draft.remark = u"two\nlines"_s;
        draft.taxIncluded = false;
        fill(*shown->form, draft);
        QCOMPARE(inner<QComboBox>(*shown->form, u"kind"_s)->currentText(), u"Special"_s);
        QVERIFY(!inner<QCheckBox>(*shown->form, u"taxIncluded"_s)->isChecked());
        InvoiceDraft back;
        QVERIFY(read(*shown->form, back).isEmpty());
        QVERIFY(back == draft);
    }

    void typingIsToldFieldByField()
    {
        const std::unique_ptr<Shown> shown(Shown::of<InvoiceDraft>(headForm()));
        QSignalSpy edited(shown->form, &Form::edited);
        QSignalSpy committed(shown->form, &Form::committed);
        QVERIFY(shown->form->focusField(u"buyer.taxNumber"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"9131 0000"_s);
        QCOMPARE(edited.count(), 9);
        QCOMPARE(edited.last().first().toString(), u"buyer.taxNumber"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(committed.count(), 1);
        QCOMPARE(shown->form->text(u"buyer.taxNumber"_s), u"91310000"_s);
        shown->form->setText(u"buyer.name"_s, u"set by the page"_s);
        QCOMPARE(edited.count(), 9);
        QVERIFY(!shown->form->focusField(u"nothing"_s));
    }

    void numbersAreGroupedWhenLeftAndExactWhenRead()
    {
        const std::unique_ptr<Shown> shown(Shown::of<DraftLine>(lineForm()));
        auto *amount = inner<QLineEdit>(*shown->form, u"amount"_s);
        amount->setFocus();
        QTest::keyClicks(amount, u"1234567.5"_s);
        QTest::keyClick(amount, Qt::Key_Return);
        QCOMPARE(amount->text(), u"1,234,567.50"_s);
        auto *rate = inner<QComboBox>(*shown->form, u"rate"_s);
        rate->setFocus();
        QTest::keyClicks(rate->lineEdit(), u"3"_s);
        QTest::keyClick(rate->lineEdit(), Qt::Key_Return);
        QCOMPARE(rate->currentText(), u"3%"_s);
        DraftLine line;
        QVERIFY(read(*shown->form, line).isEmpty());
        QCOMPARE(*line.amount, Money::fromFen(123456750));
        QCOMPARE(line.rate->toString(), u"0.03"_s);
        QVERIFY(!line.quantity);
    }

    void whatIsNoNumberIsAFindingAndStays()
    {
        const std::unique_ptr<Shown> shown(Shown::of<DraftLine>(lineForm()));
        DraftLine line;
        line.quantity = Decimal(5);
        fill(*shown->form, line);
        auto *quantity = inner<QLineEdit>(*shown->form, u"quantity"_s);
        quantity->setFocus();
        quantity->selectAll();
        QTest::keyClicks(quantity, u"five"_s);
        QTest::keyClick(quantity, Qt::Key_Return);
        const QList<Finding> findings = read(*shown->form, line);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().field, u"quantity"_s);
        QCOMPARE(*line.quantity, Decimal(5));
        QCOMPARE(quantity->text(), u"five"_s);
    }

    void findingsStandUnderTheirFields()
    {
        const std::unique_ptr<Shown> shown(Shown::of<InvoiceDraft>(headForm()));
        const Finding soft{Severity::Warning, u"buyer.name"_s, -1, u"Unusual."_s};
        const Finding hard{Severity::Error, u"buyer.name"_s, -1, u"Missing."_s};
        shown->form->setFindings({soft, hard, {Severity::Error, u"buyer.name"_s, 0, u"Of a line."_s}});
        auto *said = shown->form->findChild<QLabel *>(u"buyer.name.finding"_s);
        auto *edit = inner<QLineEdit>(*shown->form, u"buyer.name"_s);
        QVERIFY(said->isVisible());
        QCOMPARE(said->text(), u"Missing."_s);
        QCOMPARE(edit->property("severity").toString(), u"error"_s);
        QCOMPARE(edit->accessibleDescription(), u"Missing."_s);
        shown->form->setFindings({});
        QVERIFY(!said->isVisible());
        QVERIFY(edit->property("severity").toString().isEmpty());
    }

    void theLimitIsCountedAndNothingIsCutOff()
    {
        const std::unique_ptr<Shown> shown(Shown::of<InvoiceDraft>(headForm()));
        auto *name = inner<QLineEdit>(*shown->form, u"buyer.name"_s);
        name->setFocus();
        name->setText(QString(104, u'长'));
        QCOMPARE(name->text().size(), 104);
        auto *counter = name->findChild<QLabel *>();
        QTRY_VERIFY(counter->isVisible());
        QCOMPARE(counter->text(), u"104/100"_s);
        QCOMPARE(counter->palette().color(QPalette::WindowText), colors().error.ink);
    }

    void aLongTextShowsItsBeginning()
    {
        const std::unique_ptr<Shown> shown(Shown::of<InvoiceDraft>(headForm()));
        shown->form->focusField(u"buyer.taxNumber"_s);
        shown->form->setText(u"buyer.name"_s, QString(90, u'字'));
        QCOMPARE(shown->form->editor(u"buyer.name"_s)->lineEdit()->cursorPosition(), 0);
        shown->form->focusField(u"buyer.name"_s); // who goes there goes on writing
        QCOMPARE(shown->form->editor(u"buyer.name"_s)->lineEdit()->cursorPosition(), 90);
    }

    void whatCanOnlyBeReadLooksSo()
    {
        const std::unique_ptr<Shown> shown(Shown::of<InvoiceDraft>(headForm()));
        applyTheme(*qApp, Scheme::Light);
        auto *name = inner<QLineEdit>(*shown->form, u"buyer.name"_s);
        const auto ground = [name] { return name->grab().toImage().pixelColor(name->width() / 2, 6); };
        shown->form->focusField(u"buyer.taxNumber"_s);
        QTRY_COMPARE(ground(), colors().surface);
        shown->form->setReadOnly(true);
        QTRY_COMPARE(ground(), colors().sunken);
        shown->form->setReadOnly(false);
        QTRY_COMPARE(ground(), colors().surface);
    }

    void theWheelChangesNothing()
    {
        const std::unique_ptr<Shown> shown(Shown::of<InvoiceDraft>(headForm()));
        const QString special = QString::fromLatin1(code(InvoiceKind::Special));
        shown->form->setText(u"kind"_s, special);
        auto *kind = inner<QComboBox>(*shown->form, u"kind"_s);
        QWheelEvent wheel(QPointF(5, 5), kind->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120), Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(kind, &wheel);
        QCOMPARE(shown->form->text(u"kind"_s), special);
    }

    void tabGoesAsTheEyeDoes()
    {
        const std::unique_ptr<Shown> shown(Shown::of<InvoiceDraft>(headForm()));
        QCOMPARE(checkTabOrder(&shown->window).join(u'\n'), QString());
        QCOMPARE(checkNames(&shown->window).join(u'\n'), QString());
        shown->form->focusField(u"buyer.name"_s);
        for (const QString &key : {u"buyer.taxNumber"_s, u"kind"_s, u"taxIncluded"_s, u"remark"_s}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget()->objectName(), key);
        }
    }

    void theOrderCheckSeesAWrongOrder()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *lower = new QLineEdit(&window);
        auto *upper = new QLineEdit(&window);
        layout->addWidget(upper);
        layout->addWidget(lower);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(checkTabOrder(&window).size(), 1);
        QCOMPARE(checkNames(&window).size(), 4);
    }

    void thePanelLeadsToTheField()
    {
        FindingsPanel panel;
        QVERIFY(panel.isHidden());
        QSignalSpy led(&panel, &FindingsPanel::activated);
        panel.show({{Severity::Warning, u"rate"_s, 4, u"odd"_s}, {Severity::Error, u"buyer.name"_s, -1, u"missing"_s}});
        QVERIFY(panel.isVisible());
        auto *list = panel.findChild<QListWidget *>();
        QCOMPARE(list->item(0)->text(), u"missing"_s); // errors first
        QCOMPARE(list->item(1)->text(), u"Line 5: odd"_s);
        list->setFocus();
        list->setCurrentRow(1);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(led.count(), 1);
        QCOMPARE(led.first(), (QVariantList{u"rate"_s, 4}));
        panel.show({});
        QVERIFY(panel.isHidden());
    }
};

QTEST_MAIN(FormTest)
#include "tst_form.moc"
