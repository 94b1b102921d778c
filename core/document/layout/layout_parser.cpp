// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/layout/layout.h"

#include <QCoreApplication>
#include <QHash>

#include <optional>

namespace kp::document
{

namespace
{
struct LayoutText {
    Q_DECLARE_TR_FUNCTIONS(Layout)
};

struct Token {
    QString text;
    int column = 0; ///< from 1
    bool quoted = false;
};

const QHash<QString, FontRole> &roles()
{
    static const QHash<QString, FontRole> names{{QStringLiteral("title"), FontRole::Title},
        {QStringLiteral("label"), FontRole::Label}, {QStringLiteral("text"), FontRole::Text},
        {QStringLiteral("digits"), FontRole::Digits}};
    return names;
}

const QHash<QString, Align> &aligns()
{
    static const QHash<QString, Align> names{{QStringLiteral("left"), Align::Left},
        {QStringLiteral("centre"), Align::Centre}, {QStringLiteral("right"), Align::Right}};
    return names;
}

const QHash<QString, Flow> &flows()
{
    static const QHash<QString, Flow> names{{QStringLiteral("one"), Flow::One}, {QStringLiteral("wrap"), Flow::Wrap},
        {QStringLiteral("top"), Flow::Top}, {QStringLiteral("stacked"), Flow::Stacked}};
    return names;
}

/// Reads one statement after the other. The first mistake is kept and everything after it is skipped, so that the
/// statements below read as plainly as the file does.
class Reader
{
public:
    Reader(const QString &name, const LayoutKeys &keys)
        : m_name(name)
        , m_keys(keys)
    {
    }
    void readLine(const QString &line)
    {
        ++m_line;
        m_end = static_cast<int>(line.size()) + 1;
        m_next = 0;
        m_tokens.clear();
        split(line);
        if (m_fault || m_tokens.isEmpty())
            return;
        statement();
        if (!m_fault && m_next < m_tokens.size())
            fail(m_tokens.at(m_next).column, LayoutText::tr("\"%1\" is too much here").arg(m_tokens.at(m_next).text));
    }
    Result<Layout> finish();

private:
    void split(const QString &line);
    void statement();
    void font();
    void section();
    void slot(bool isField);
    void fail(int column, const QString &what)
    {
        if (!m_fault)
            m_fault =
                Fault{FaultKind::Invalid, QStringLiteral("%1:%2:%3: %4").arg(m_name).arg(m_line).arg(column).arg(what)};
    }
    Token next(bool quoted)
    {
        if (m_next >= m_tokens.size()) {
            fail(m_end, LayoutText::tr("something is missing at the end of the line"));
            return {{}, m_end, quoted};
        }
        const Token token = m_tokens.at(m_next++);
        if (token.quoted != quoted)
            fail(token.column, quoted ? LayoutText::tr("a text in quotation marks is expected")
                                      : LayoutText::tr("a word is expected"));
        return token;
    }
    QString word() { return next(false).text; }
    QString key(const QSet<QString> &known)
    {
        const Token token = next(false);
        if (!known.contains(token.text))
            fail(token.column, LayoutText::tr("\"%1\" is not known").arg(token.text));
        return token.text;
    }
    QString quoted() { return next(true).text; }
    qreal number()
    {
        const Token token = next(false);
        bool ok = false;
        const qreal value = token.text.toDouble(&ok);
        if (!ok)
            fail(token.column, LayoutText::tr("\"%1\" is not a number").arg(token.text));
        return value;
    }
    int whole()
    {
        const Token token = next(false);
        bool ok = false;
        const int value = token.text.toInt(&ok);
        if (!ok)
            fail(token.column, LayoutText::tr("\"%1\" is not a whole number").arg(token.text));
        return value;
    }
    template<class T>
    T oneOf(const QHash<QString, T> &names)
    {
        const Token token = next(false);
        const auto it = names.constFind(token.text);
        if (it != names.constEnd())
            return *it;
        fail(token.column, LayoutText::tr("\"%1\" is not known").arg(token.text));
        return {};
    }
    QRectF rect()
    {
        const qreal x = number();
        const qreal y = number();
        const qreal width = number();
        return {x, y, width, number()};
    }
    QPointF point()
    {
        const qreal x = number();
        return {x, number()};
    }

    QString m_name;
    const LayoutKeys &m_keys;
    int m_line = 0;
    int m_end = 0;
    qsizetype m_next = 0;
    QList<Token> m_tokens;
    std::optional<Fault> m_fault;
    Layout m_layout;
    Section *m_section = nullptr;
    QHash<QString, QRgb> m_colours;
    QHash<QString, Style> m_styles;
};

void Reader::split(const QString &line)
{
    qsizetype at = 0;
    while (at < line.size() && line.at(at) != u'#') {
        if (line.at(at).isSpace()) {
            ++at;
            continue;
        }
        const int column = static_cast<int>(at) + 1;
        qsizetype end = at;
        if (line.at(at) == u'"') {
            end = line.indexOf(u'"', at + 1);
            if (end < 0)
                return fail(column, LayoutText::tr("the closing quotation mark is missing"));
            m_tokens.append({line.mid(at + 1, end - at - 1), column, true});
            at = end + 1;
            continue;
        }
        while (end < line.size() && !line.at(end).isSpace())
            ++end;
        m_tokens.append({line.mid(at, end - at), column, false});
        at = end;
    }
}

void Reader::font()
{
    const FontRole role = oneOf(roles());
    QStringList families;
    do
        families.append(quoted());
    while (!m_fault && m_next < m_tokens.size());
    m_layout.families[static_cast<std::size_t>(role)] = families;
}

void Reader::section()
{
    const QHash<QString, Section *> sections{{QStringLiteral("top"), &m_layout.top},
        {QStringLiteral("heading"), &m_layout.heading}, {QStringLiteral("subtotal"), &m_layout.subtotal},
        {QStringLiteral("total"), &m_layout.total}, {QStringLiteral("foot"), &m_layout.foot}};
    m_section = oneOf(sections);
    const qreal height = number();
    if (m_section != nullptr)
        m_section->height = height;
}

void Reader::slot(bool isField)
{
    TextSlot slot;
    slot.isField = isField;
    slot.text = isField ? key(m_keys.fields) : quoted();
    slot.box = rect();
    slot.style = oneOf(m_styles);
    slot.align = oneOf(aligns());
    slot.flow = oneOf(flows());
    m_section->texts.append(slot);
}

void Reader::statement()
{
    const Token keyword = next(false);
    const QString &word = keyword.text;
    if (word == QLatin1StringView("page")) {
        m_layout.width = number();
    } else if (word == QLatin1StringView("rows")) {
        m_layout.fitRows = whole();
        m_layout.mostRows = whole();
        m_layout.rowHeight = number();
    } else if (word == QLatin1StringView("font")) {
        font();
    } else if (word == QLatin1StringView("colour")) {
        const QString name = this->word();
        const int red = whole();
        const int green = whole();
        m_colours.insert(name, qRgb(red, green, whole()));
    } else if (word == QLatin1StringView("style")) {
        const QString name = this->word();
        const FontRole role = oneOf(roles());
        const qreal points = number();
        m_styles.insert(name, {role, points, oneOf(m_colours)});
    } else if (word == QLatin1StringView("cells")) {
        m_layout.tableLeft = number();
        m_layout.cellPadding = number();
        m_layout.cellStyle = oneOf(m_styles);
    } else if (word == QLatin1StringView("column")) {
        const QString key = this->key(m_keys.columns);
        const qreal width = number();
        const Align align = oneOf(aligns());
        m_layout.columns.append({key, width, align, oneOf(flows()) == Flow::Wrap});
    } else if (word == QLatin1StringView("practice")) {
        const QString text = quoted();
        const qreal offset = number();
        const Style style = oneOf(m_styles);
        m_layout.practiceMarks.append({text, offset, style, number()});
    } else if (word == QLatin1StringView("section")) {
        section();
    } else if (m_section == nullptr) {
        fail(keyword.column, LayoutText::tr("\"%1\" is not known, or stands before the first section").arg(word));
    } else if (word == QLatin1StringView("line")) {
        const QPointF from = point();
        const QPointF to = point();
        const qreal width = number();
        m_section->strokes.append({QLineF(from, to), width, oneOf(m_colours)});
    } else if (word == QLatin1StringView("side")) {
        const qreal x = number();
        const qreal width = number();
        m_section->sides.append({x, width, oneOf(m_colours)});
    } else if (word == QLatin1StringView("ring")) {
        const QPointF centre = point();
        const qreal radius = number();
        const qreal width = number();
        m_section->rings.append({centre, radius, width, oneOf(m_colours)});
    } else if (word == QLatin1StringView("symbol")) {
        const QPointF corner = point();
        const qreal size = number();
        m_section->symbols.append({QRectF(corner, QSizeF(size, size))});
    } else if (word == QLatin1StringView("label")) {
        slot(false);
    } else if (word == QLatin1StringView("field")) {
        slot(true);
    } else {
        fail(keyword.column, LayoutText::tr("\"%1\" is not known").arg(word));
    }
}

Result<Layout> Reader::finish()
{
    ++m_line;
    if (m_layout.width <= 0 || m_layout.rowHeight <= 0 || m_layout.fitRows < 1 || m_layout.mostRows < m_layout.fitRows)
        fail(1, LayoutText::tr("the size of the page and its rows is missing"));
    if (m_layout.columns.isEmpty())
        fail(1, LayoutText::tr("the columns of the lines are missing"));
    for (const QStringList &families : m_layout.families)
        if (families.isEmpty())
            fail(1, LayoutText::tr("a font is missing: title, label, text and digits are needed"));
    if (m_fault)
        return *m_fault;
    return m_layout;
}

} // namespace

Result<Layout> parseLayout(const QString &text, const QString &name, const LayoutKeys &keys)
{
    Reader reader(name, keys);
    for (const QString &line : text.split(u'\n'))
        reader.readLine(line);
    return reader.finish();
}

} // namespace kp::document
