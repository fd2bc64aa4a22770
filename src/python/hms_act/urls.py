# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: Apache-2.0
"""Paths of the API from their parts."""

from __future__ import annotations

import urllib.parse

from .errors import UsageError


def path(*parts: str) -> str:
    """``path("workers", "a/b")`` → ``/workers/a%2Fb``. A part that is empty or dots would name another resource: UsageError."""
    for part in parts:
        if not isinstance(part, str) or part in ("", ".", ".."):
            raise UsageError("an id or a name is missing in %r" % (parts,))
    try:
        return "/" + "/".join(urllib.parse.quote(part, safe="") for part in parts)
    except UnicodeEncodeError:
        raise UsageError("no id or name has halves of characters: %r" % (parts,)) from None
