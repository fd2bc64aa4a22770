# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: Apache-2.0
"""Paths of the API from their parts."""

from __future__ import annotations

import urllib.parse

from .errors import UsageError


def path(*parts: str) -> str:
    """``path("workers", "a/b")`` → ``/workers/a%2Fb``. An empty part would name another resource: UsageError."""
    for part in parts:
        if not isinstance(part, str) or not part:
            raise UsageError("an id or a name is missing in %r" % (parts,))
    return "/" + "/".join(urllib.parse.quote(part, safe="") for part in parts)
