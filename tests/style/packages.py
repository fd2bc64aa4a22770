# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every Debian package that is installed has its reason in packaging/README.md, and no other is named there; what CMake
insists on is in the group “build”, and what such a library lacks to work is in “run”."""

import re

import tree

_INSISTS = re.compile(r"^\s*(?:find_\w+|pkg_check_modules)\((\w+)[^)]*\bREQUIRED\b", re.MULTILINE)
_BRINGS = {  # to build · to run, beyond what the libraries themselves depend on
    "CURL": ("libcurl4-openssl-dev", "ca-certificates"),
    "HmsAct": ("", ""),
    "ICAL": ("libical-dev", ""),
    "JEMALLOC": ("libjemalloc-dev", ""),
    "OpenSSL": ("libssl-dev", ""),
    "PkgConfig": ("pkg-config", ""),
    "PostgreSQL": ("libpq-dev", ""),
    "Python3": ("python3", ""),
    "Qt6": ("qt6-base-dev qt6-svg-dev qt6-pdf-dev qt6-tools-dev qt6-l10n-tools",
            "libqt6sql6-sqlite libqt6svg6 libqt6pdf6 qt6-qpa-plugins qt6-translations-l10n"),
    "SODIUM": ("libsodium-dev", ""),
    "SQLite3": ("libsqlite3-dev", ""),
}  # fmt: skip


def _needed(root):
    for path in [root / "CMakeLists.txt", *tree.files(root, suffixes={"CMakeLists.txt", ".cmake"})]:
        for name in _INSISTS.findall(tree.text(path)) if path.exists() else ():
            if name not in _BRINGS:
                yield f"{tree.name(root, path)}: insists on {name}, and nothing says what brings it", None
            for group, packages in zip(("build", "run"), _BRINGS.get(name, ())):
                for package in packages.split():
                    yield f"packaging/packages.txt: {name} wants “{group} {package}”", (group, package)


def check(root):
    listed = set()
    for line in tree.text(root / "packaging" / "packages.txt").splitlines():
        if line and not line.startswith("#"):
            group, package = line.split()
            if group not in ("build", "run", "test"):
                yield f"packaging/packages.txt: “{group}” is no group"
            listed.add((group, package))
    yield from sorted({fault for fault, entry in _needed(root) if entry not in listed})
    packages = {package for _, package in listed}
    reasons = set(re.findall(r"^\| `([a-z0-9.+-]+)` \| [0-9]", tree.text(root / "packaging" / "README.md"), re.MULTILINE))
    for package in sorted(packages - reasons):
        yield f"packaging/README.md: no reason for {package}"
    for package in sorted(reasons - packages):
        yield f"packaging/README.md: {package} is not in packages.txt"
