// SPDX-License-Identifier: GPL-3.0-or-later
// Each field of each record survives both of its outer forms, and touches no other field.
#include "core/domain/digest.h"
#include "core/domain/schemas.h"

#include <QSet>
#include <QTest>

#include <rapidcheck.h>

#include <type_traits>

using namespace kp;

namespace
{
/// A text of the field's form that differs from its default.
template<class Record>
QString sampleText(const Field<Record> &field)
{
    const QLatin1StringView key(field.key);
    switch (field.kind) {
    case FieldKind::Text:
        return QStringLiteral(u"甲\"乙\n%1").arg(key);
    case FieldKind::Flag: // the opposite of the default
        return field.text(Record()) == u"1" ? QStringLiteral("0") : QStringLiteral("1");
    case FieldKind::Whole:
        return QStringLiteral("4711");
    case FieldKind::Money:
        return QStringLiteral("-1234567.89");
    case FieldKind::Decimal:
        return QStringLiteral("12.3456789012345");
    case FieldKind::Rate:
        return QStringLiteral("0.015");
    case FieldKind::Time:
        return key == u"date" ? QStringLiteral("2026-03-30") : QStringLiteral("2026-03-30 09:08:07");
    case FieldKind::Choice:
        return key == u"kind" ? std::is_same_v<Record, DeductionVoucher> ? QStringLiteral("09") : QStringLiteral("01")
               : key == u"state" ? QStringLiteral("refused")
                                 : QStringLiteral("02");
    }
    return {};
}

template<class Record>
void checkSchema()
{
    const Schema<Record> &described = schema<Record>();
    QVERIFY(!described.fields.empty());
    QSet<QString> keys;
    QSet<QString> columns;
    for (const Field<Record> &field : described.fields) {
        keys.insert(QString::fromLatin1(field.key));
        columns.insert(field.column());
        QVERIFY2(!fieldLabel(field.label).isEmpty(), field.key);
        QCOMPARE(described.find(QString::fromLatin1(field.key)), &field);

        const QString sample = sampleText(field);
        QVERIFY2(field.text(Record()) != sample, field.key);
        Record parsed;
        QVERIFY2(field.parse(parsed, sample), field.key);
        QCOMPARE(field.text(parsed), sample);
        Record loaded;
        QVERIFY2(field.load(loaded, field.store(parsed)), field.key);
        QCOMPARE(field.text(loaded), sample);
        QCOMPARE(field.store(loaded), field.store(parsed));
        QVERIFY2(field.load(loaded, field.store(Record())), field.key);
        QCOMPARE(field.text(loaded), field.text(Record()));

        for (const Field<Record> &other : described.fields)
            if (&other != &field)
                QCOMPARE(other.text(parsed), other.text(Record()));
    }
    QCOMPARE(keys.size(), static_cast<qsizetype>(described.fields.size()));
    QCOMPARE(columns.size(), static_cast<qsizetype>(described.fields.size()));
    QCOMPARE(described.find(u"no such field"), nullptr);
}

template<class Record>
void checkJson()
{
    Record full;
    for (const Field<Record> &field : schema<Record>().fields)
        QVERIFY(field.parse(full, sampleText(field)));
    const QJsonObject json = toJson(full);
    const Record back = fromJson<Record>(json);
    for (const Field<Record> &field : schema<Record>().fields)
        QCOMPARE(field.text(back), field.text(full));
}

QString someText()
{
    static const QString letters = QStringLiteral(u"甲乙丙aZ9 *\"\\\n\t<&。𠮷");
    QString out;
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i)
        out += letters.at(*rc::gen::inRange<qsizetype>(0, letters.size() - 2));
    return out;
}

template<class Value, class Make>
std::optional<Value> maybe(Make make)
{
    return *rc::gen::arbitrary<bool>() ? std::optional<Value>(make()) : std::nullopt;
}

DraftLine someLine()
{
    const auto amount = [] { return Money::fromFen(*rc::gen::arbitrary<int>()); };
    const auto number = [] {
        return Decimal::fromParts(*rc::gen::arbitrary<std::int64_t>(), *rc::gen::inRange(0, 14));
    };
    DraftLine line;
    line.item = someText();
    line.classification = someText();
    line.shortName = someText();
    line.spec = someText();
    line.unit = someText();
    line.quantity = maybe<Decimal>(number);
    line.price = maybe<Decimal>(number);
    line.amount = maybe<Money>(amount);
    line.rate = maybe<TaxRate>([] { return TaxRate::fromMillionths(*rc::gen::inRange(0, 1'000'001)); });
    line.preference = static_cast<Preference>(*rc::gen::inRange(0, 19));
    line.discount = maybe<Money>(amount);
    line.keptTax = maybe<Money>(amount);
    line.keptDiscountTax = maybe<Money>(amount);
    return line;
}

ExtraElement someElement()
{
    return {someText(), someText(), someText()};
}

DeductionVoucher someVoucher()
{
    DeductionVoucher voucher;
    voucher.kind = static_cast<VoucherKind>(*rc::gen::inRange(1, 10));
    voucher.code = someText();
    voucher.number = someText();
    voucher.date = *rc::gen::arbitrary<bool>() ? QDate(2026, 1, 1).addDays(*rc::gen::inRange(0, 900)) : QDate();
    voucher.total = Money::fromFen(*rc::gen::arbitrary<int>());
    voucher.used = Money::fromFen(*rc::gen::arbitrary<int>());
    voucher.remark = someText();
    return voucher;
}

template<class Make>
auto someList(Make make)
{
    QList<decltype(make())> out;
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
        out.append(make());
    return out;
}

InvoiceDraft someDraft()
{
    InvoiceDraft draft;
    draft.serial = someText();
    draft.kind = *rc::gen::element(InvoiceKind::Special, InvoiceKind::Ordinary);
    draft.taxIncluded = *rc::gen::arbitrary<bool>();
    draft.naturalPerson = *rc::gen::arbitrary<bool>();
    draft.buyer = {someText(), someText(), someText(), someText(), someText(), someText()};
    draft.buyerEmail = someText();
    draft.showBuyerContact = *rc::gen::arbitrary<bool>();
    draft.showBuyerBank = *rc::gen::arbitrary<bool>();
    draft.showSellerContact = *rc::gen::arbitrary<bool>();
    draft.showSellerBank = *rc::gen::arbitrary<bool>();
    draft.taxMode = static_cast<TaxMode>(*rc::gen::inRange(0, 4));
    draft.buyerKind = static_cast<PartyKind>(*rc::gen::inRange(0, 3));
    draft.buyerDocument = {someText(), someText(), someText()};
    draft.agent = {someText(), {someText(), someText(), someText()}, someText(), someText()};
    draft.remark = someText();
    draft.payee = someText();
    draft.reviewer = someText();
    draft.businessType = someText();
    draft.waiver = static_cast<WaiverReason>(*rc::gen::inRange(0, 3));
    draft.refund = static_cast<RefundClass>(*rc::gen::inRange(0, 13));
    draft.taxService = *rc::gen::arbitrary<bool>();
    draft.serviceAgreement = someText();
    draft.elements = someList(someElement);
    draft.vouchers = someList(someVoucher);
    draft.lines = someList(someLine);
    return draft;
}
} // namespace

class TestSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void draftLine() { checkSchema<DraftLine>(); }
    void invoiceDraft() { checkSchema<InvoiceDraft>(); }
    void invoiceLine() { checkSchema<InvoiceLine>(); }
    void invoice() { checkSchema<Invoice>(); }
    void invoiceSummary() { checkSchema<InvoiceSummary>(); }
    void extraElement() { checkSchema<ExtraElement>(); }
    void deductionVoucher() { checkSchema<DeductionVoucher>(); }
    void json();
    void everyFieldOfADraftIsDescribed();
    void refusesOtherForms_data();
    void refusesOtherForms();
    void unknownFieldsAreIgnored();
    void digestSeesEveryField();
    void digestsOfStoredInvoicesStay();
};

void TestSchema::json()
{
    checkJson<DraftLine>();
    checkJson<InvoiceDraft>();
    checkJson<InvoiceLine>();
    checkJson<Invoice>();
    checkJson<InvoiceSummary>();
    checkJson<ExtraElement>();
    checkJson<DeductionVoucher>();
}

void TestSchema::everyFieldOfADraftIsDescribed()
{
    // A member that the schema forgot would be lost here.
    QVERIFY(rc::check("a draft is kept whole", [] {
        const InvoiceDraft draft = someDraft();
        RC_ASSERT(draftFromJson(draftToJson(draft)) == draft);
    }));
}

void TestSchema::refusesOtherForms_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::newRow("quantity") << QStringLiteral("quantity") << QStringLiteral("three");
    QTest::newRow("price") << QStringLiteral("price") << QStringLiteral("1.2.3");
    QTest::newRow("amount of three decimals") << QStringLiteral("amount") << QStringLiteral("1.005");
    QTest::newRow("rate above 1") << QStringLiteral("rate") << QStringLiteral("13");
    QTest::newRow("unknown preference") << QStringLiteral("preference") << QStringLiteral("99");
}

void TestSchema::refusesOtherForms()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    DraftLine line;
    QVERIFY(!schema<DraftLine>().find(key)->parse(line, text));
}

void TestSchema::unknownFieldsAreIgnored()
{
    QJsonObject json = draftToJson(InvoiceDraft());
    json.insert(QStringLiteral("fromTheFuture"), QStringLiteral("x"));
    QCOMPARE(draftFromJson(json), InvoiceDraft());
}

void TestSchema::digestSeesEveryField()
{
    const auto differs = [](const auto &record, const auto &wrap) {
        using Record = std::remove_cvref_t<decltype(record)>;
        for (const Field<Record> &field : schema<Record>().fields) {
            Record other = record;
            field.parse(other, sampleText(field));
            const QLatin1StringView key(field.key);
            const bool movesOn =
                std::is_same_v<Record, Invoice> && (key == u"id" || key == u"state" || key == u"message");
            QVERIFY2((fullDigest(wrap(other)) == fullDigest(wrap(record))) == movesOn, field.key);
        }
    };
    Invoice plain;
    plain.issuedAt = Clock::chinaTime(0);
    differs(plain, [](const Invoice &invoice) { return invoice; });
    const auto within = [&](auto list) {
        return [&plain, list](const auto &record) {
            Invoice out = plain;
            (out.*list).append(record);
            return out;
        };
    };
    differs(InvoiceLine(), within(&Invoice::lines));
    differs(ExtraElement(), within(&Invoice::elements));
    differs(DeductionVoucher(), within(&Invoice::vouchers));
    Invoice shifted = plain;
    shifted.remark = QStringLiteral("a");
    Invoice other = plain;
    other.payee = QStringLiteral("a");
    QVERIFY(contentDigest(shifted) != contentDigest(other));
    QCOMPARE(contentDigest(plain).size(), 64);
}

/// They stand in the journals of books that are in use: SHA-256 of "remark=3:甲;line{item=6:苹果;}".
void TestSchema::digestsOfStoredInvoicesStay()
{
    Invoice invoice;
    invoice.number = QStringLiteral("26000000000000000001");
    invoice.remark = QStringLiteral("甲");
    InvoiceLine line;
    line.item = QStringLiteral("苹果");
    invoice.lines = {line};
    QCOMPARE(
        contentDigest(invoice), QStringLiteral("f76cfec283ec6863a0f298486572ab3149a16e5794695eab5364af900fb0ce2e"));
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_domain_schema.moc"
