# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Just enough of C++ to find comments, strings and the bodies of functions."""

import re

_TOKEN = re.compile(
    r"""
    (?P<line_comment>//[^\n]*)
  | (?P<block_comment>/\*.*?\*/)
  | (?P<raw>(?:u8|u|U|L)?R"(?P<fence>[^()\\\s]{0,16})\(.*?\)(?P=fence)")
  | (?P<string>"(?:\\.|[^"\\\n])*")
  | (?P<number>\b\d(?:[\w.]|'\w)*)
  | (?P<char>'(?:\\.|[^'\\\n])+')
    """,
    re.VERBOSE | re.DOTALL,
)
_MEMBER_INITIALISER = re.compile(r"\)[^(){};]*(?<!:):(?!:)")


def _blank(found):
    """What is left of a token: its line breaks, and the quotes of a string."""
    token = found.group(0)
    if found.lastgroup == "number":
        return token
    quote = '""' if found.group("string") or found.group("raw") else ""
    return quote + re.sub(r"[^\n]", " ", token)[len(quote):] if quote else re.sub(r"[^\n]", " ", token)


def without_comments(text):
    """The same lines with comments blanked out; strings stay."""
    def keep(found):
        return _blank(found) if found.group("line_comment") or found.group("block_comment") else found.group(0)

    return _TOKEN.sub(keep, text)


def bare(text):
    """The same lines with comments, the insides of strings, and preprocessor lines blanked out."""
    text = _TOKEN.sub(_blank, text)
    return re.sub(r"^[ \t]*#(?:[^\n\\]|\\\n|\\.)*", lambda found: "\n" * found.group(0).count("\n"), text, flags=re.MULTILINE)


def strings(text):
    """The contents of the ordinary string literals."""
    return [found.group("string")[1:-1] for found in _TOKEN.finditer(text) if found.group("string")]


def _is_function(head):
    """Whether the text before a brace, outside of functions, begins a function's body."""
    if re.search(r"=\s*$", head):
        return False
    flat = head
    for pair in (r"\([^()]*\)", r"<[^<>]*>"):  # parameters and template parameters say nothing about the kind
        shorter = None
        while shorter != flat:
            shorter, flat = flat, re.sub(pair, lambda found: "@" if found.group(0)[0] == "(" else "", flat)
    return "@" in flat and not re.search(r"\b(namespace|class|struct|union|enum)\b", flat)


def functions(text):
    """(line of the opening brace, number of lines up to the closing one) of every function; lambdas and local
    classes belong to the function they are in."""
    code = bare(text)
    bodies = []
    open_braces = []  # per open brace: "function", "member" (a member's initialiser) or "other"
    start_line = 0
    head = ""
    line = 1
    for letter in code:
        if letter == "\n":
            line += 1
        inside = "function" in open_braces
        if letter == "{":
            kind = "other"
            if not inside and not head.rstrip().endswith(")") and _MEMBER_INITIALISER.search(head) \
                    and re.search(r"[\w>]\s*$", head):
                kind = "member"
            elif not inside and _is_function(head):
                kind = "function"
                start_line = line
            open_braces.append(kind)
            if kind != "member":
                head = ""
            continue
        if letter == "}" and open_braces:
            kind = open_braces.pop()
            if kind == "function":
                bodies.append((start_line, line - start_line + 1))
            head = head + "}" if kind == "member" else ""
            continue
        if open_braces and open_braces[-1] == "member":
            continue
        head = "" if letter == ";" else head + letter
    return bodies
