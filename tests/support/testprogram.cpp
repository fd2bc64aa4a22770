// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"

#ifdef QT_WIDGETS_LIB
#include <QApplication>
#else
#include <QCoreApplication>
#endif

#include <map>
#include <string>

namespace hmsact::test {

static std::map<std::string, MakeTest> &tests()
{
    static std::map<std::string, MakeTest> byName;
    return byName;
}

static Errand &errand()
{
    static Errand errand = nullptr;
    return errand;
}

bool setErrand(Errand errand)
{
    test::errand() = errand;
    return true;
}

bool addTest(const char *file, MakeTest make)
{
    std::string name(file);
    if (!tests().emplace(name.substr(0, name.rfind('.')), make).second)
        qFatal("two tests are called %s", file);
    return true;
}

} // namespace hmsact::test

int main(int argc, char **argv)
{
    if (const hmsact::test::Errand errand = hmsact::test::errand()) {
        if (const auto status = errand(argc, argv))
            return *status;
    }
    const auto test = hmsact::test::tests().find(argc > 1 ? argv[1] : "");
    if (test == hmsact::test::tests().end()) {
        std::string names;
        for (const auto &[name, make] : hmsact::test::tests())
            names += ' ' + name;
        qCritical("the first argument names a test, one of%s", names.c_str());
        return 2;
    }
#ifdef QT_WIDGETS_LIB
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    const QApplication application(argc, argv);
#else
    const QCoreApplication application(argc, argv);
#endif
    argv[1] = argv[0];
    return QTest::qExec(test->second().get(), argc - 1, argv + 1);
}
