// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/edit/json_diff.h"
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "tests/support/test_program.h"

#include <QDirIterator>
#include <QtTest>

namespace jackfield::json_corpus_test {

using namespace Qt::Literals::StringLiterals;

class JsonCorpusTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFileIsWrittenBackAsItWas();
    void positionsPointAtTheirValues();
    void nastyFilesAreRefusedOrKept_data();
    void nastyFilesAreRefusedOrKept();
};

namespace {

const QString kCorpus = QStringLiteral(JACKFIELD_CORPUS_DIR);

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The text without the white space between tokens.
QByteArray squeezed(const QByteArray &text)
{
    QByteArray result;
    result.reserve(text.size());
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString && c == '\\') {
            result += c;
            result += text[++i];
            continue;
        }
        if (c == '"')
            inString = !inString;
        if (inString || !QByteArrayView(" \t\r\n").contains(c))
            result += c;
    }
    return result.startsWith("\xef\xbb\xbf") ? result.sliced(3) : result;
}

QStringList ordinaryFiles()
{
    QStringList files;
    QDirIterator walk(kCorpus, {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        if (const QString path = walk.next(); !path.contains(u"/nasty/"_s))
            files.append(path);
    }
    files.sort();
    return files;
}

} // namespace

void JsonCorpusTest::initTestCase()
{
    if (!QDir(kCorpus).exists())
        QSKIP("the corpus is not here: " JACKFIELD_CORPUS_DIR);
}

void JsonCorpusTest::everyFileIsWrittenBackAsItWas()
{
    int read = 0;
    for (const QString &path : ordinaryFiles()) {
        const QByteArray text = contentOf(path);
        const auto json = parseJson(text, JsonLimits::forFiles());
        if (!json) {
            qInfo().noquote() << "refused:" << path << json.error().line << json.error().column << json.error().message;
            continue;
        }
        ++read;
        const QByteArray written = writeJson(*json);
        QVERIFY2(written == squeezed(text), qPrintable(path));
        const QByteArray styled = writeJson(*json, detectStyle(text));
        QVERIFY2(squeezed(styled) == written, qPrintable(path));
        const auto again = parseJson(styled, JsonLimits::forFiles());
        QVERIFY2(again && again->isWrittenLike(*json) && diffJson(*json, *again).isEmpty(), qPrintable(path));
    }
    QVERIFY2(read > 500, qPrintable(u"only %1 files were read"_s.arg(read)));
}

void JsonCorpusTest::positionsPointAtTheirValues()
{
    qsizetype checked = 0;
    for (const QString &path : ordinaryFiles()) {
        const QByteArray text = contentOf(path);
        JsonPositions positions;
        const auto json = parseJson(text, JsonLimits::forFiles(), &positions);
        if (!json)
            continue;
        for (auto at = positions.cbegin(); at != positions.cend(); ++at) {
            const Json *value = at.key().in(*json);
            const QByteArray source = text.sliced(at->begin, at->end - at->begin);
            QVERIFY2(value && squeezed(source) == writeJson(*value), qPrintable(path));
            ++checked;
        }
    }
    QVERIFY(checked > 10'000);
}

void JsonCorpusTest::nastyFilesAreRefusedOrKept_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("refused");
    // Not JSON, or nothing that can be stored: everything else is for the rules of each kind.
    const QRegularExpression never(
        u"^(g_|e_|t_top_string|k_dup_|u_lone_|u_reversed_|u_high_|u_escaped_nul_in_key|n_digits_|n_exp_huge|n_neg_1e400)"_s);
    const QRegularExpression tooDeep(u"^(b_array_depth|b_object_depth|b_open_only)"_s);
    int rows = 0;
    for (const QString &name : QDir(kCorpus + u"/nasty"_s).entryList({u"*.json"_s}, QDir::Files)) {
        const bool refused = never.match(name).hasMatch() || tooDeep.match(name).hasMatch();
        QTest::newRow(qPrintable(name)) << QString(kCorpus + u"/nasty/"_s + name) << refused;
        ++rows;
    }
    QVERIFY(rows > 200);
}

void JsonCorpusTest::nastyFilesAreRefusedOrKept()
{
    QFETCH(const QString, path);
    QFETCH(const bool, refused);
    const QByteArray text = contentOf(path);
    const auto json = parseJson(text);
    QCOMPARE(!json, refused);
    if (json) {
        QCOMPARE(writeJson(*json), squeezed(text));
        return;
    }
    QVERIFY(json.error().line >= 1 && json.error().column >= 1);
    QVERIFY(!json.error().message.isEmpty());
}

JACKFIELD_TEST(JsonCorpusTest)

} // namespace jackfield::json_corpus_test

#include "json_corpus_test.moc"
