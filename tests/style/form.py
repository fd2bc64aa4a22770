# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""clang-format decides the form of C++; nobody discusses it. Comments, which it leaves alone, have a width of their own."""

import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor

import tree

TOOL = "clang-format-14"  # the version of Debian 12: another one breaks lines elsewhere
COMMENT_COLUMNS = 128


def check(root):
    tool = shutil.which(TOOL)
    if tool is None:
        yield f"{TOOL} is not installed (packaging/install.sh test)"
        return
    paths = tree.files(root, folders=("src", "tests"), suffixes={".cpp", ".h"})
    for path in paths:
        for number, line in enumerate(tree.text(path).split("\n"), 1):
            if len(line) > COMMENT_COLUMNS and line.lstrip().startswith("//"):
                yield f"{tree.name(root, path)}:{number}: a comment of {len(line)} columns, at most {COMMENT_COLUMNS}"
    jobs = os.cpu_count() or 1

    def run(share):
        command = [tool, "--style=file", "--dry-run", "--Werror", "--ferror-limit=1", *map(str, share)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    with ThreadPoolExecutor(jobs) as pool:
        for done in pool.map(run, [share for share in (paths[i::jobs] for i in range(jobs)) if share]):
            errors = [line for line in done.stderr.splitlines() if ": error: " in line]
            yield from (line.removeprefix(f"{root}/") for line in errors)
            if done.returncode != 0 and not errors:
                yield f"{TOOL} ended with {done.returncode}: {done.stderr.strip()[:300]}"
