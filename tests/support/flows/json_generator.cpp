// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/flows/json_generator.h"

#include <QDebug>

namespace jackfield {

namespace {

constexpr const char *kTexts[]
    = {"",
       "a",
       "Karibu",
       "na\xc3\xafve",
       "quote \" and \\",
       "line\nbreak\ttab",
       "\x01\x1f",
       "fourteen bytes",
       "fifteen bytes!!",
       "a/b~c",
       "\xf0\x9f\x98\x80 smile",
       "a longer text that certainly does not fit into sixteen bytes"};
constexpr const char *kNumbers[]
    = {"0",
       "-0",
       "1",
       "1.0",
       "1e3",
       "1E+3",
       "-12.50",
       "9223372036854775807",
       "18446744073709551616",
       "0.1",
       "1e-400",
       "123456789012345678901234567890"};

} // namespace

qsizetype JsonGenerator::below(qsizetype bound)
{
    m_state = m_state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<qsizetype>((m_state >> 33) % static_cast<quint64>(bound));
}

Json JsonGenerator::text()
{
    if (chance(8))
        return Json::string("\xc3\xa9/", "\\u00e9\\/");
    return Json::string(kTexts[below(std::size(kTexts))]);
}

Json JsonGenerator::scalar()
{
    switch (below(5)) {
    case 0:
        return {};
    case 1:
        return Json::boolean(chance(50));
    case 2:
        return Json::numberText(kNumbers[below(std::size(kNumbers))]);
    case 3:
        return Json::number(qint64(below(50)));
    default:
        return text();
    }
}

Json JsonGenerator::value(int depth)
{
    if (depth <= 0 || chance(35))
        return scalar();
    if (chance(50))
        return object(depth);
    if (chance(40))
        return items(below(8));
    Json array = Json::array();
    for (qsizetype count = below(8); count > 0; --count)
        array.append(value(depth - 1));
    return array;
}

Json JsonGenerator::freshName(const Json &object)
{
    for (;;) {
        const qsizetype number = below(2 * object.size() + 10);
        const QByteArray digits = QByteArray::number(number);
        Json name = Json::string("key" + digits);
        if (chance(10))
            name = Json::string("key" + digits, "\\u006bey" + digits);
        else if (chance(10))
            name = Json::string("a/b~c, a longer key than most " + digits);
        if (!object.contains(name.utf8()))
            return name;
    }
}

Json JsonGenerator::object(int depth)
{
    Json made = Json::object();
    // Now and then one that is large enough for an index.
    for (qsizetype count = chance(5) ? 30 + below(40) : below(7); count > 0; --count)
        made.insertMember(made.size(), freshName(made), value(depth - 1));
    return made;
}

Json JsonGenerator::items(qsizetype count, QByteArrayView prefix)
{
    Json list = Json::array();
    list.reserve(count);
    for (qsizetype i = 0; i < count; ++i) {
        Json item = Json::object({member("id", Json::string(prefix.toByteArray() + QByteArray::number(i)))});
        item.set("text", text());
        item.set("data", chance(30) ? value(1) : Json::object({member("x", Json::number(qint64(below(900))))}));
        list.append(std::move(item));
    }
    return list;
}

JsonPointer JsonGenerator::place(const Json &document, bool container)
{
    JsonPointer at;
    const Json *here = &document;
    while (!here->isEmpty()) {
        const qsizetype index = below(here->size());
        const bool array = here->isArray();
        const Json &next = array ? here->at(index) : here->members()[static_cast<size_t>(index)].value;
        const bool usable = next.isArray() || next.isObject();
        if (container && (!usable || chance(35)))
            return at;
        at = array ? at.child(index) : at.child(here->members()[static_cast<size_t>(index)].key());
        if (!container && (!usable || chance(35)))
            return at;
        here = &next;
    }
    return at;
}

JsonEdit JsonGenerator::edit(const Json &document)
{
    for (;;) {
        const JsonPointer holder = place(document, true);
        const Json &inside = *holder.in(document);
        if (chance(30)) {
            if (inside.isArray())
                return JsonEdit::insert(holder.child(below(inside.size() + 1)), value(2));
            return JsonEdit::insert(holder.child(freshName(inside).utf8()), value(2), below(inside.size() + 2) - 1);
        }
        const JsonPointer at = place(document, false);
        if (at.isRoot())
            continue;
        const Json &parent = *at.parent().in(document);
        switch (below(parent.isObject() ? 4 : 3)) {
        case 0:
            return JsonEdit::set(at, value(2));
        case 1:
            return JsonEdit::remove(at);
        case 2:
            return JsonEdit::move(at, below(parent.size()));
        default:
            return JsonEdit::rename(at, freshName(parent));
        }
    }
}

quint64 propertySeed(quint64 fallback)
{
    bool given = false;
    const quint64 chosen = qEnvironmentVariable("JACKFIELD_SEED").toULongLong(&given);
    const quint64 seed = given ? chosen : fallback;
    qInfo().noquote() << "seed" << seed << "(set JACKFIELD_SEED to repeat)";
    return seed;
}

} // namespace jackfield
