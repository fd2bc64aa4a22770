# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every Debian package that is installed has its reason in packaging/README.md, and no other is named there."""

import re

import tree


def check(root):
    listed = set()
    for line in tree.text(root / "packaging" / "packages.txt").splitlines():
        if line and not line.startswith("#"):
            group, package = line.split()
            if group not in ("build", "run", "test"):
                yield f"packaging/packages.txt: “{group}” is no group"
            listed.add(package)
    reasons = set(re.findall(r"^\| `([a-z0-9.+-]+)` \| [0-9]", tree.text(root / "packaging" / "README.md"), re.MULTILINE))
    for package in sorted(listed - reasons):
        yield f"packaging/README.md: no reason for {package}"
    for package in sorted(reasons - listed):
        yield f"packaging/README.md: {package} is not in packages.txt"
