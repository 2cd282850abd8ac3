// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/widgets/following.h"

#include "tests/support/test_program.h"

#include <memory>

namespace jackfield::following_test {

class FollowingTest : public QObject
{
    Q_OBJECT

private slots:
    void connectionsEndTogether()
    {
        QObject first;
        QObject second;
        int heard = 0;
        auto following = std::make_unique<Following>();
        const auto follow = [&](const QObject &watched) {
            *following << connect(&watched, &QObject::objectNameChanged, this, [&heard] { ++heard; });
        };
        follow(first);
        follow(second);
        first.setObjectName(QStringLiteral("a"));
        second.setObjectName(QStringLiteral("b"));
        QCOMPARE(heard, 2);
        following->end();
        first.setObjectName(QStringLiteral("c"));
        QCOMPARE(heard, 2);

        follow(second);
        second.setObjectName(QStringLiteral("d"));
        QCOMPARE(heard, 3);
        following.reset();
        second.setObjectName(QStringLiteral("e"));
        QCOMPARE(heard, 3);
    }
};

JACKFIELD_TEST(FollowingTest)

} // namespace jackfield::following_test

#include "following_test.moc"
