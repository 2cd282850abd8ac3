// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// Runs one fuzz target over the files of its corpus, without a fuzzer: replay_X FOLDER.
#include <QDirIterator>
#include <QFile>

#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv)
{
    QDirIterator files(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""), QDir::Files, QDirIterator::Subdirectories);
    int inputs = 0;
    for (; files.hasNext(); ++inputs) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "cannot read %s\n", qPrintable(file.fileName()));
            return 1;
        }
        const QByteArray bytes = file.readAll();
        LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.constData()), static_cast<size_t>(bytes.size()));
    }
    std::printf("%d inputs\n", inputs);
    return inputs == 0 ? 1 : 0;
}
