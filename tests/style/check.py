# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""check.py NAME [ROOT]: one style check over the tree; prints every violation, exits 1 when there is one."""

import pathlib
import sys

import documents
import form
import heads
import layers
import lengths
import packages
import sql
import words

CHECKS = {
    "file_lengths": lengths.files,
    "function_lengths": lengths.functions,
    "spdx": heads.spdx,
    "pragma_once": heads.pragma_once,
    "file_names": heads.names,
    "classes": heads.classes,
    "layers": layers.check,
    "words": words.check,
    "sql": sql.check,
    "form": form.check,
    "packages": packages.check,
    "documents": documents.check,
}


def main(arguments):
    if not 1 <= len(arguments) <= 2 or arguments[0] not in CHECKS:
        print(__doc__, "\nNAME:", ", ".join(CHECKS), file=sys.stderr)
        return 2
    root = pathlib.Path(arguments[1] if len(arguments) == 2 else __file__).resolve()
    root = root if root.is_dir() else root.parents[2]
    faults = list(CHECKS[arguments[0]](root))
    for fault in faults:
        print(fault)
    print(f"{arguments[0]}: {len(faults)} violations")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
