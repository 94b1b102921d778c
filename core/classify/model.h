// SPDX-License-Identifier: GPL-3.0-or-later
// What the program knows of the tax classification while an item is typed: its rows, the phrases that stand for them,
// and for each run of characters where it occurs. Made from the official table when the program is built; used in
// place, without a copy, so that opening it costs nothing.
#pragma once

#include "core/base/result.h"
#include "core/classify/item_text.h"

#include <QByteArrayView>
#include <QDate>

#include <optional>
#include <span>

namespace kp::classify
{

enum class PhraseKind : quint8 {
    Name,        ///< 货物和劳务名称
    Described,   ///< listed in the description: 包括稻谷、小麦…
    OtherName,   ///< 又称, 别名
    ShortName,   ///< 商品和服务分类简称, of any time
    Explanation, ///< the description's prose; only its runs of characters count
    Excluded,    ///< listed after 不包括: belongs elsewhere
};

// The records of the file. They lie in it as they lie in memory: the file is made on the machine that uses it.
struct TextRef {
    quint32 at; ///< in UTF-16 units
    quint32 length;
};
struct ModelRow {
    quint64 code;
    TextRef name;   ///< as in the table
    TextRef folded; ///< of the name
    TextRef rates;
    quint32 phrases;    ///< the first of this row; they lie together
    quint32 shortNames; ///< the first of this row
    quint16 parent;     ///< noRow at the top
    quint16 summary;    ///< 汇总项: never proposed
    quint32 reserved;
};
struct ModelShortName {
    TextRef text;
    qint32 from;  ///< Julian day, included
    qint32 until; ///< Julian day, not included
};
struct ModelPhrase {
    TextRef text;
    quint16 row;
    PhraseKind kind;
    quint8 reserved;
};
struct ModelGram {
    Gram gram;
    float rarity;      ///< over the rows: the logarithm of how few have it
    float groupRarity; ///< over the summary nodes right above the rows
    quint32 inPhrases; ///< the first of its places among the phrases
    quint32 inRows;    ///< the first of its places among the rows
};
struct PhrasePlace {
    quint16 phrase;
    quint16 weight; ///< share of the phrase's length, of 65535
};
struct RowPlace {
    quint16 row;    ///< a summary row counts with everything below it
    quint16 match;  ///< BM25 weight, of 65535 for bm25Most
    quint16 cosine; ///< share of the row's length, of 65535; 0 in summary rows
};
constexpr quint16 noRow = 0xffff;
constexpr float bm25Most = 2.2F;

class Model
{
public:
    Model() = default;
    /// Looks at @p bytes in place; they must stay, aligned to eight bytes. Fault: Invalid, when it is no such model.
    [[nodiscard]] static Result<Model> open(QByteArrayView bytes);

    [[nodiscard]] std::size_t rowCount() const { return m_rows.empty() ? 0 : m_rows.size() - 1; }
    [[nodiscard]] std::size_t phraseCount() const { return m_phrases.size(); }
    [[nodiscard]] const ModelRow &row(std::size_t index) const { return m_rows[index]; }
    [[nodiscard]] const ModelPhrase &phrase(std::size_t index) const { return m_phrases[index]; }
    [[nodiscard]] std::span<const ModelPhrase> phrases() const { return m_phrases; }
    [[nodiscard]] std::span<const ModelPhrase> phrasesOf(std::size_t row) const;
    [[nodiscard]] QStringView text(TextRef ref) const;
    [[nodiscard]] QString codeOf(std::size_t row) const { return QString::number(m_rows[row].code); }
    [[nodiscard]] std::optional<quint16> find(QStringView code) const;
    /// The short name that holds on that day; the nearest one where the history has a gap.
    [[nodiscard]] QStringView shortName(std::size_t row, QDate day) const;
    /// Null when no phrase has it.
    [[nodiscard]] const ModelGram *find(Gram gram) const;
    [[nodiscard]] std::span<const PhrasePlace> phrasesWith(const ModelGram &gram) const;
    [[nodiscard]] std::span<const RowPlace> rowsWith(const ModelGram &gram) const;

private:
    // Rows and grams end with one more, at which the last one's places end.
    std::span<const ModelRow> m_rows;
    std::span<const ModelShortName> m_shortNames;
    std::span<const ModelPhrase> m_phrases;
    std::span<const ModelGram> m_grams;
    std::span<const PhrasePlace> m_phrasePlaces;
    std::span<const RowPlace> m_rowPlaces;
    QStringView m_texts;
};

/// The parts of a model, to be written as open() reads them.
struct ModelParts {
    std::vector<ModelRow> rows;
    std::vector<ModelShortName> shortNames;
    std::vector<ModelPhrase> phrases;
    std::vector<ModelGram> grams;
    std::vector<PhrasePlace> phrasePlaces;
    std::vector<RowPlace> rowPlaces;
    QString texts;
};
QByteArray bytesOf(const ModelParts &parts);

} // namespace kp::classify
