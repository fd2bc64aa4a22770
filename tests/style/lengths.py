# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A file is one idea, and fits in a head: budgets for files and functions."""

import ast

import cpp
import tree

FUNCTION_LINES = 70


def budget(name):
    if name.endswith(".h"):
        return 150
    return 500 if name.startswith("tests/") else 400


def files(root):
    for path in tree.files(root, suffixes={".cpp", ".h", ".py", ".sh"}):
        name = tree.name(root, path)
        lines = tree.text(path).count("\n")
        if lines > budget(name):
            yield f"{name}: {lines} lines, at most {budget(name)}"


def _python_functions(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.end_lineno - node.lineno + 1


def functions(root):
    for path in tree.files(root, suffixes={".cpp", ".h", ".py"}):
        measure = _python_functions if path.suffix == ".py" else cpp.functions
        for line, length in measure(tree.text(path)):
            if length > FUNCTION_LINES:
                yield f"{tree.name(root, path)}:{line}: a function of {length} lines, at most {FUNCTION_LINES}"
