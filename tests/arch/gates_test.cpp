// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// The test of the gates: a small house in which nothing is wrong, and each rule broken once in a copy of it.
#include "tests/support/gates/gates.h"
#include "tests/support/gates/room_table.h"
#include "tests/support/gates/sizes.h"
#include "tests/support/gates/words.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QDir>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

namespace jackfield::gates_test {

using namespace Qt::Literals::StringLiterals;
using namespace gates;

namespace {

/// Files by their paths.
using House = QMap<QString, QString>;

const QString kHead
    = u"// SPDX-FileCopyrightText: 2026 The Jackfield authors\n// SPDX-License-Identifier: Apache-2.0\n"_s;

House cleanHouse()
{
    const QString hash = QString(kHead).replace(u"//"_s, u"#"_s);
    return {
        {u"CMakeLists.txt"_s, hash + u"project(house)\n"_s},
        {u"model/json/json.h"_s, kHead + u"#pragma once\n"_s},
        {u"model/json/json.cpp"_s,
         kHead
             + u"#include \"model/json/json.h\"\nnamespace house {\nResult<Json> Json::read()\n{\n    return "
               "Error{.code = \"no_json\"_ba, .message = {}};\n}\n} // namespace house\n"_s},
        {u"model/json/error_codes.md"_s, u"- `no_json`: the text is no JSON.\n"_s},
        {u"model/graph/graph.h"_s, kHead + u"#include \"model/json/json.h\"\n"_s},
        {u"model/kinds/board/board.cpp"_s, kHead + u"// A board is a kind.\n#include \"model/graph/graph.h\"\n"_s},
        {u"canvas/view/view.cpp"_s,
         kHead + u"#include <QtCore>\n\n#include \"model/graph/graph.h\"\n#include \"view.moc\"\n"_s},
        {u"resources/kinds/board/catalog.json"_s, u"{}\n"_s},
        {u"tests/run_test.py"_s, hash},
        {u"tests/arch/rooms.txt"_s,
         u"order . app > canvas > model # top down\norder model kinds > graph > json\norder model/kinds board\n\n"
         "room model/json\nroom model/graph\n    model/json\nroom model/kinds/board model/graph\nroom canvas/view "
         "model/graph\n"_s},
        {u"tests/arch/words.txt"_s, u"words board|plank\nquiet canvas model/graph\nphrase card board\n"_s},
        {u"tools/run"_s, u"#!/usr/bin/env bash\n"_s + hash},
    };
}

QString memberIn(const QString &name)
{
    return kHead + u"namespace house {\nint View::%1()\n{\n    return 1;\n}\n} // namespace house\n"_s.arg(name);
}

QString findingsIn(const House &house)
{
    const QTemporaryDir root;
    for (auto it = house.cbegin(); it != house.cend(); ++it) {
        const QString path = root.filePath(it.key());
        QFile file(path);
        if (!QDir().mkpath(path.section(u'/', 0, -2)) || !file.open(QIODevice::WriteOnly))
            return u"could not write "_s + path;
        file.write(it.value().toUtf8());
    }
    QStringList found;
    for (const Gate &gate : gates::gates()) {
        if (const QString text = printed(gate.check(SourceTree(root.path()))); !text.isEmpty())
            found << text;
    }
    return found.join(u'\n');
}

} // namespace

class GatesTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanHouseHasNoFinding() { QCOMPARE(findingsIn(cleanHouse()), QString()); }

    void plantedViolationIsFound_data()
    {
        QTest::addColumn<QMap<QString, QString>>("planted");
        QTest::addColumn<QString>("finding");
        QTest::newRow("an include that points up")
            << House{{u"model/json/json.h"_s, kHead + u"#pragma once\n#include \"model/graph/graph.h\"\n"_s}}
            << u"model/json/json.h:4: model/json must not include model/graph (\"model/graph/graph.h\"): that arrow points up"_s;
        QTest::newRow("an include of a layer that is out of sight")
            << House{{u"model/graph/graph.h"_s, kHead + u"#include \"model/json/json.h\"\n#include \"canvas/view/view.h\"\n"_s}}
            << u"model/graph/graph.h:4: model/graph must not include canvas/view (\"canvas/view/view.h\"): that arrow points up"_s;
        QTest::newRow("an include that the room's line does not name")
            << House{{u"canvas/view/view.cpp"_s, kHead + u"#include \"model/graph/graph.h\"\n#include \"model/json/json.h\"\n"_s}}
            << u"canvas/view/view.cpp:4: canvas/view includes model/json (\"model/json/json.h\"), which its line in "
               "tests/arch/rooms.txt does not name; with it: room canvas/view model/graph model/json"_s;
        QTest::newRow("an include that is not named from the root")
            << House{{u"canvas/view/view.cpp"_s, kHead + u"#include \"minimap.h\"\n#include \"model/graph/graph.h\"\n"_s}}
            << u"canvas/view/view.cpp:3: \"minimap.h\" is not named from the root"_s;
        QTest::newRow("an arrow that nothing uses")
            << House{{u"model/graph/graph.h"_s, kHead}}
            << u"tests/arch/rooms.txt:6: model/graph does not include model/json any more"_s;
        QTest::newRow("a room without a line") << House{{u"canvas/view/marks/mark.h"_s, kHead}}
                                               << u"canvas/view/marks/mark.h: the room canvas/view/marks has no line "
                                                  u"in tests/arch/rooms.txt; it would be: "
                                                  "room canvas/view/marks "_s;
        QTest::newRow("a file that is too long")
            << House{{u"tests/run_test.py"_s, cleanHouse()[u"tests/run_test.py"_s] + QString(u'\n').repeated(599)}}
            << u"tests/run_test.py:601: the file has 601 lines, at most 600 are allowed"_s;
        House crowd;
        for (int i = 10; i < 36; ++i)
            crowd.insert(u"tests/crowd/part_%1.h"_s.arg(i), kHead);
        QTest::newRow("a folder that is too full")
            << crowd << u"tests/crowd/part_35.h: the folder has 26 sources, at most 25 are allowed"_s;
        QTest::newRow("a class in four sources")
            << House{{u"canvas/view/a.cpp"_s, memberIn(u"a"_s)}, {u"canvas/view/b.cpp"_s, memberIn(u"b"_s)}, {u"canvas/view/c.cpp"_s, memberIn(u"c"_s)}, {u"canvas/view/d.cpp"_s, memberIn(u"operator int"_s)}}
            << u"canvas/view/d.cpp:4: house::View has members in 4 sources, at most 3 are allowed: canvas/view/a.cpp, "
               "canvas/view/b.cpp, canvas/view/c.cpp, canvas/view/d.cpp"_s;
        QTest::newRow("a kind's word outside its rooms")
            << House{{u"canvas/view/mark.cpp"_s, kHead + u"// A card board, and boards.\n"_s}}
            << u"canvas/view/mark.cpp:3: 'board' is a word of other rooms: // A , and boards."_s;
        QTest::newRow("a kind that no rule knows") << House{{u"resources/kinds/shelf/catalog.json"_s, u"{}\n"_s}}
                                                   << u"tests/arch/words.txt: no rule knows the kind shelf"_s;
        QTest::newRow("a source without a licence")
            << House{{u"tests/run_test.py"_s, u"# SPDX-FileCopyrightText: 2026 The Jackfield authors\n"_s}}
            << u"tests/run_test.py:1: the file does not begin with the two SPDX lines"_s;
        QTest::newRow("a script without a licence")
            << House{{u"tools/run"_s, u"#!/usr/bin/env bash\n"_s}}
            << u"tools/run:1: the file does not begin with the two SPDX lines"_s;
        QTest::newRow("an error code that is not listed")
            << House{{u"canvas/view/paste.cpp"_s, kHead + u"return refusal(\n    \"no_place\"_ba, u\"There is no room.\"_s);\n"_s}}
            << u"canvas/view/paste.cpp:4: the error code 'no_place' is not listed in model/json/error_codes.md"_s;
        QTest::newRow("a listed code that nothing gives")
            << House{{u"model/json/error_codes.md"_s, u"# Codes\n- `no_json`: no JSON\n- `gone`: it was\n"_s}}
            << u"model/json/error_codes.md:3: no source gives the code 'gone'"_s;
    }
    void plantedViolationIsFound()
    {
        QFETCH(const House, planted);
        QFETCH(const QString, finding);
        House house = cleanHouse();
        house.insert(planted);
        QCOMPARE(findingsIn(house), finding);
    }

    void arrowsGoDownOnly_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("objection");
        QTest::newRow("down") << u"app/window"_s << u"model/json"_s << QString();
        QTest::newRow("up") << u"model/json"_s << u"app"_s << u"that arrow points up"_s;
        QTest::newRow("beside") << u"canvas"_s << u"storage/store"_s << u"they stand beside each other"_s;
        QTest::newRow("into a folder in it") << u"model/kinds"_s << u"model/kinds/board"_s << QString();
        QTest::newRow("out of it") << u"model/kinds/board"_s << u"model/kinds"_s << u"that arrow points up"_s;
        QTest::newRow("down, out of sight")
            << u"storage/store"_s << u"model/document"_s << u"storage never knows model/document"_s;
        QTest::newRow("without a place") << u"model/other"_s << u"model/json"_s
                                         << u"the order of what is in model does not say where other stands"_s;
        QTest::newRow("without an order") << u"app/a"_s << u"app/b"_s << u"nothing says the order of what is in app"_s;
    }
    void arrowsGoDownOnly()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        const Result<RoomTable> table = readRoomTable(
            u"order . app > canvas storage > model\norder model document > kinds > json\norder model/kinds . > board\n"
            "blind storage model/document\n"_s);
        VERIFY_OK(table);
        QTEST(table->objection(from, to), "objection");
    }

    void brokenListsSayWhere_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("finding");
        const QString rooms(u"tests/arch/rooms.txt"_s);
        QTest::newRow("unknown statement")
            << rooms << u"\nfloor model\n"_s << u"tests/arch/rooms.txt:2: 'floor' is none of order, blind, room."_s;
        QTest::newRow("two lines for a room")
            << rooms << u"room model\nroom model json\n"_s << u"tests/arch/rooms.txt:2: model has two lines."_s;
        QTest::newRow("half a line")
            << rooms << u"room\n"_s
            << u"tests/arch/rooms.txt:1: A line is: order, blind or room, a folder, and names."_s;
        QTest::newRow("no words") << u"tests/arch/words.txt"_s << u"quiet canvas\n"_s
                                  << u"tests/arch/words.txt:1: A rule begins with: words REGEX."_s;
    }
    void brokenListsSayWhere()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, text);
        House house = cleanHouse();
        house.insert(file, text);
        QTEST(findingsIn(house), "finding");
    }
};

JACKFIELD_TEST(GatesTest)

} // namespace jackfield::gates_test

#include "gates_test.moc"
