// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/icons.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QPalette>
#include <QPushButton>
#include <QStyle>
#include <QTest>

#include <cmath>

using namespace kp;
using namespace Qt::StringLiterals;

namespace
{

/// WCAG 2.1: relative luminance of an sRGB colour, and the contrast of two.
qreal luminance(const QColor &color)
{
    const auto linear = [](qreal c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

qreal contrast(const QColor &a, const QColor &b)
{
    const qreal one = luminance(a);
    const qreal other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

struct Pair {
    const char *name;
    QColor ink;
    QColor ground;
};

/// Every text of the kit with every ground it stands on.
QList<Pair> textsOf(const Colors &c)
{
    QList<Pair> out{{"accent button", c.onAccent, c.accent}, {"accent button pressed", c.onAccent, c.accentDeep},
        {"danger button", c.onAccent, c.danger}, {"tool tip", c.surface, c.text}, {"header", c.muted, c.sunken},
        {"header hovered", c.muted, c.hover}};
    for (const QColor &ground : {c.window, c.surface, c.sunken, c.stripe, c.hover, c.selection})
        out.append({"text", c.text, ground});
    for (const QColor &ground : {c.window, c.surface, c.sunken, c.stripe}) {
        out.append({"muted", c.muted, ground});
        out.append({"disabled", c.disabled, ground});
        out.append({"accent ink", c.accentInk, ground});
        out.append({"error text", c.error.ink, ground});
        out.append({"warning text", c.warning.ink, ground});
    }
    out.append({"negative amount, selected", c.error.ink, c.selection});
    out.append({"muted, selected", c.muted, c.selection});
    out.append({"accent ink, hovered", c.accentInk, c.hover});
    for (const Tone tone : {Tone::Neutral, Tone::Info, Tone::Success, Tone::Warning, Tone::Error})
        out.append({"tone", c.tone(tone).ink, c.tone(tone).fill});
    return out;
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theMeasureItself()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white)), 21);
        QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void everyTextCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void everyTextCanBeRead()
    {
        QFETCH(bool, dark);
        const Colors &c = dark ? darkColors() : lightColors();
        QStringList faint;
        for (const Pair &pair : textsOf(c))
            if (contrast(pair.ink, pair.ground) < 4.5)
                faint.append(
                    u"%1 %2 on %3: %4"_s.arg(QString::fromLatin1(pair.name), pair.ink.name(), pair.ground.name())
                        .arg(contrast(pair.ink, pair.ground), 0, 'f', 2));
        for (const QColor &ground : {c.surface, c.window}) // edges of fields and marks: 3 : 1
            if (contrast(c.fieldLine, ground) < 3)
                faint.append(
                    u"field line on %1: %2"_s.arg(ground.name()).arg(contrast(c.fieldLine, ground), 0, 'f', 2));
        QCOMPARE(faint.join(u'\n'), QString());
    }

    void thePaletteCanBeReadInEveryState_data() { everyTextCanBeRead_data(); }
    void thePaletteCanBeReadInEveryState()
    {
        QFETCH(bool, dark);
        applyTheme(*qApp, dark ? Scheme::Dark : Scheme::Light);
        const QPalette palette = QApplication::palette();
        const std::pair<QPalette::ColorRole, QPalette::ColorRole> pairs[] = {{QPalette::WindowText, QPalette::Window},
            {QPalette::Text, QPalette::Base}, {QPalette::Text, QPalette::AlternateBase},
            {QPalette::ButtonText, QPalette::Button}, {QPalette::PlaceholderText, QPalette::Base},
            {QPalette::HighlightedText, QPalette::Highlight}, {QPalette::ToolTipText, QPalette::ToolTipBase},
            {QPalette::Link, QPalette::Base}, {QPalette::BrightText, QPalette::Highlight}};
        QStringList faint;
        for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
            for (const auto &[ink, ground] : pairs)
                if (contrast(palette.color(group, ink), palette.color(group, ground)) < 4.5)
                    faint.append(u"group %1: role %2 on %3"_s.arg(group).arg(ink).arg(ground));
        QCOMPARE(faint.join(u'\n'), QString());
    }

    void theStyleSheetKnowsAllItsColours()
    {
        applyTheme(*qApp, Scheme::Dark);
        QVERIFY(qApp->styleSheet().contains(darkColors().accent.name()));
        const qsizetype comment = qApp->styleSheet().indexOf(u"*/");
        QCOMPARE(qApp->styleSheet().mid(comment).count(u'@'), 0);
    }

    void aChangeOfThemeReachesWhatIsOpen()
    {
        applyTheme(*qApp, Scheme::Light);
        QWidget window;
        QPushButton button(icon(Icon::Save), u"Save"_s, &window);
        window.resize(200, 80);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(window.grab().toImage().pixelColor(190, 70), lightColors().window);
        const QStyle *style = QApplication::style();
        applyTheme(*qApp, Scheme::Dark);
        QCOMPARE(QApplication::style(), style); // a new one would go through all widgets of the window
        QVERIFY(isDark());
        QCOMPARE(window.grab().toImage().pixelColor(190, 70), darkColors().window);
        const auto hasColor = [](const QImage &image, const QColor &color) {
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y) == color)
                        return true;
            return false;
        };
        QVERIFY2(
            hasColor(button.icon().pixmap(32).toImage(), darkColors().text), "the same icon object has the new ink");
        QVERIFY(hasColor(button.icon().pixmap(QSize(32, 32), 1, QIcon::Disabled).toImage(), darkColors().disabled));
    }

    void iconsAreCrispAtEveryScale()
    {
        const QPixmap twice = icon(Icon::Search).pixmap(QSize(20, 20), 2.0);
        QCOMPARE(twice.size(), QSize(40, 40));
        QCOMPARE(twice.devicePixelRatio(), 2.0);
    }

    void everyIconIsDrawnInTheOneStyle()
    {
        for (int i = 1; i <= static_cast<int>(Icon::Bookmark); ++i) {
            QFile file(u":/kit/%1.svg"_s.arg(fileName(static_cast<Icon>(i))));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            const QByteArray svg = file.readAll();
            QVERIFY2(svg.contains("viewBox=\"0 0 24 24\"") && svg.contains("stroke=\"currentColor\"") &&
                         svg.contains("stroke-width=\"1.7\"") && svg.contains("fill=\"none\""),
                qPrintable(file.fileName()));
        }
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
