// SPDX-License-Identifier: GPL-3.0-or-later
// Names in memory, found while they are typed: by any part of their texts or by pinyin initials. Each pair of
// neighbouring characters, and of initials, leads to the entries that have it, so that only few need to be looked at;
// what is found is exactly what RecordTerm finds by looking at all of them.
#pragma once

#include "core/store/record_search.h"

#include <QString>

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace kp::store
{

class CompletionIndex
{
public:
    /// Adds an entry. @param texts the name, then others, a line each
    void add(const QString &texts);
    /// Makes what was added ready to be asked. @param order the entries as they were added, the one to be found first
    /// first; they are counted in this order from here on
    void finish(const std::vector<std::uint32_t> &order);
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_entries.size()); }

    /// Walks over the entries that a term finds, in their order.
    class Walk
    {
    public:
        Walk(const CompletionIndex &index, const RecordTerm &term);
        /// The next entry; −1 when there is none.
        [[nodiscard]] qsizetype next();

    private:
        struct Stream {
            const std::uint8_t *at = nullptr; ///< postings that follow
            const std::uint8_t *end = nullptr;
            std::uint32_t posting = 0; ///< the last one read: an entry that may have it, plus one
            bool all = false;          ///< any entry may
            qsizetype found = -1;
            bool isDone = false;
        };
        [[nodiscard]] bool has(const Stream &stream, qsizetype entry) const;
        void advance(Stream &stream);
        [[nodiscard]] Stream rarest(const std::vector<std::uint32_t> &buckets) const;

        const CompletionIndex &m_index;
        const RecordTerm &m_term;
        std::vector<std::uint64_t> m_typed; ///< as initials
        Stream m_texts;
        Stream m_initials;
    };

private:
    struct Entry {
        std::uint32_t text; ///< where its folded texts begin
        std::uint32_t textSize;
        std::uint32_t initials; ///< where its initials begin
        std::uint32_t initialsSize;
    };
    [[nodiscard]] QStringView textOf(qsizetype entry) const;
    [[nodiscard]] std::span<const std::uint16_t> initialsOfEntry(qsizetype entry) const;
    std::uint16_t classOf(std::uint64_t bits);
    static std::uint32_t textBucket(char16_t first, char16_t second);
    static std::uint32_t initialsBucket(int first, int second);
    template<class Visit>
    void eachBucket(qsizetype entry, Visit &&visit) const;

    std::vector<Entry> m_entries;
    QString m_texts;
    std::vector<std::uint16_t> m_initials; ///< as classes
    std::vector<std::uint64_t> m_classes;  ///< the letters of a class
    std::unordered_map<std::uint64_t, std::uint16_t> m_classNumbers;
    std::vector<std::uint32_t> m_bucketEnds; ///< in m_postings; a bucket begins where the one before it ends
    /// Entries by bucket: how far each is from the one before it (the first from −1), in groups of seven bits from the
    /// lowest on, the last group with the eighth bit set. Most take one byte.
    std::vector<std::uint8_t> m_postings;
};

} // namespace kp::store
