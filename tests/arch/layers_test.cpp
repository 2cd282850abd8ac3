// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/test_program.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace jackfield::layers_test {

using namespace Qt::Literals::StringLiterals;

namespace {

// A folder and the folders that it may include from, besides its own: the arrows of the design.
struct Layer
{
    QString folder;
    QStringList mayUse;
};

const QStringList kModel
    = {u"model/json"_s, u"model/graph"_s, u"model/flow"_s, u"model/validation"_s, u"model/kinds"_s, u"model/layout"_s};

QList<Layer> layers()
{
    const QStringList storage = {u"storage/records"_s, u"storage/store"_s, u"storage/service"_s};
    return {
        {u"model/json"_s, {}},
        {u"model/graph"_s, {u"model/json"_s}},
        {u"model/flow"_s, {u"model/json"_s, u"model/graph"_s}},
        {u"model/validation"_s, {u"model/json"_s, u"model/graph"_s, u"model/flow"_s}},
        {u"model/kinds"_s, {u"model/json"_s, u"model/graph"_s, u"model/flow"_s, u"model/validation"_s}},
        {u"model/layout"_s, {u"model/json"_s, u"model/graph"_s}},
        {u"model/document"_s, kModel},
        {u"canvas"_s, kModel + QStringList{u"model/document"_s}},
        {u"storage/records"_s, kModel},
        {u"storage/store"_s, kModel + QStringList{u"storage/records"_s}},
        {u"storage/service"_s, kModel + storage},
        {u"storage/http"_s, {u"model/json"_s}},
        {u"storage/files"_s, kModel + storage},
        {u"storage/api"_s, kModel + storage + QStringList{u"storage/http"_s, u"storage/files"_s}},
        {u"storage/host"_s, kModel + storage + QStringList{u"storage/http"_s, u"storage/files"_s, u"storage/api"_s}},
        {u"app/allocator"_s, {}},
        {u"app/cli"_s, kModel + QStringList{u"storage"_s}},
        {u"app/desktop"_s, kModel + QStringList{u"model/document"_s, u"canvas"_s, u"storage"_s}},
    };
}

const QString kRoot = QStringLiteral(JACKFIELD_SOURCE_DIR);

QStringList filesBelow(const QString &folder, const QStringList &patterns)
{
    QStringList files;
    QDirIterator it(kRoot + u'/' + folder, patterns, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files << QDir(kRoot).relativeFilePath(it.next());
    files.sort();
    return files;
}

QString textOf(const QString &relative)
{
    QFile file(kRoot + u'/' + relative);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const QStringList kOwnFolders = {u"model"_s, u"canvas"_s, u"storage"_s, u"app"_s, u"tests"_s};
const QStringList kSources = {u"*.cpp"_s, u"*.h"_s};

} // namespace

class LayersTest : public QObject
{
    Q_OBJECT

private slots:
    void includesFollowTheArrows_data();
    void includesFollowTheArrows();
    void everySourceFolderHasALayer();
    void filesStayShort();
    void filesNameTheirLicence();
    void sharedLayersNameNoKindAndNoPlatform();
    void longWorkStaysOffThePoolThatPaints();
    void commandLineLinksNoWidgets();
};

void LayersTest::includesFollowTheArrows_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QStringList>("mayUse");
    for (const Layer &layer : layers())
        QTest::newRow(qPrintable(layer.folder)) << layer.folder << layer.mayUse;
}

void LayersTest::includesFollowTheArrows()
{
    QFETCH(QString, folder);
    QFETCH(QStringList, mayUse);
    static const QRegularExpression include(u"^\\s*#include \"([^\"]+)\""_s, QRegularExpression::MultilineOption);
    QStringList wrong;
    for (const QString &file : filesBelow(folder, kSources)) {
        const QString text = textOf(file);
        for (auto it = include.globalMatch(text); it.hasNext();) {
            const QString target = it.next().captured(1);
            if (!target.contains(u'/'))
                continue; // a .moc file of the same source
            const bool allowed = target.startsWith(folder + u'/')
                || std::ranges::any_of(mayUse, [&](const QString &used) { return target.startsWith(used + u'/'); });
            if (!allowed)
                wrong << file + u" includes "_s + target;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void LayersTest::everySourceFolderHasALayer()
{
    QStringList without;
    for (const QString &top : {u"model"_s, u"canvas"_s, u"storage"_s, u"app"_s}) {
        for (const QString &file : filesBelow(top, kSources)) {
            const bool known = std::ranges::any_of(
                layers(), [&](const Layer &layer) { return file.startsWith(layer.folder + u'/'); });
            if (!known && !file.endsWith(u"_main.cpp"))
                without << file;
        }
    }
    QVERIFY2(without.isEmpty(), qPrintable(without.join(u'\n')));
}

void LayersTest::filesStayShort()
{
    QStringList tooLong;
    for (const QString &top : kOwnFolders) {
        for (const QString &file : filesBelow(top, kSources + QStringList{u"*.py"_s})) {
            const qsizetype lines = textOf(file).count(u'\n');
            if (lines > 600)
                tooLong << u"%1: %2 lines"_s.arg(file).arg(lines);
        }
    }
    QVERIFY2(tooLong.isEmpty(), qPrintable(tooLong.join(u'\n')));
}

void LayersTest::filesNameTheirLicence()
{
    QStringList without;
    QStringList files = {u"CMakeLists.txt"_s, u"tools/run"_s, u"tools/test"_s, u"tools/setup"_s, u".ci/run"_s};
    for (const QString &top : kOwnFolders)
        files += filesBelow(top, kSources + QStringList{u"*.py"_s, u"CMakeLists.txt"_s});
    for (const QString &file : files) {
        const QString head = textOf(file).left(400);
        if (!head.contains(u"SPDX-License-Identifier: Apache-2.0") || !head.contains(u"SPDX-FileCopyrightText:"))
            without << file;
    }
    QVERIFY2(without.isEmpty(), qPrintable(without.join(u'\n')));
}

void LayersTest::sharedLayersNameNoKindAndNoPlatform()
{
    static const QRegularExpression word(
        u"chatbot|conversation|whatsapp|call.?flow|message.?flow|journey|flownally|sarufi|trillet|bimpe|langflow|flowise"_s,
        QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    for (const QString &folder : {u"canvas"_s, u"model/document"_s, u"storage/service"_s, u"storage/http"_s}) {
        for (const QString &file : filesBelow(folder, kSources)) {
            const QStringList lines = textOf(file).split(u'\n');
            for (qsizetype i = 0; i < lines.size(); ++i) {
                if (word.match(lines[i]).hasMatch())
                    found << u"%1:%2: %3"_s.arg(file).arg(i + 1).arg(lines[i].trimmed());
            }
        }
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void LayersTest::longWorkStaysOffThePoolThatPaints()
{
    // Workbench::workers() says why.
    static const QRegularExpression globalPool(
        u"QThreadPool::globalInstance\\(\\)->|Launch::Async|QtConcurrent::run\\((?!\\s*&[\\w.]*workers\\b)"_s);
    QStringList found;
    for (const QString &folder : {u"canvas"_s, u"app"_s}) {
        for (const QString &file : filesBelow(folder, kSources)) {
            if (globalPool.match(textOf(file)).hasMatch())
                found << file;
        }
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void LayersTest::commandLineLinksNoWidgets()
{
    static const QRegularExpression link(u"jackfield_library\\(jackfield_(model|storage|cli)\\b[^)]*\\)"_s);
    int seen = 0;
    for (const QString &file : {u"model/CMakeLists.txt"_s, u"storage/CMakeLists.txt"_s, u"app/CMakeLists.txt"_s}) {
        for (auto it = link.globalMatch(textOf(file)); it.hasNext(); ++seen) {
            const QString call = it.next().captured();
            QVERIFY2(!call.contains(u"Widgets") && !call.contains(u"Qt6::Gui"), qPrintable(file));
        }
    }
    QCOMPARE(seen, 3);
}

JACKFIELD_TEST(LayersTest)

} // namespace jackfield::layers_test

#include "layers_test.moc"
