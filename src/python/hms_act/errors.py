# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: Apache-2.0
"""What can go wrong, one exception for each kind, so that callers branch on types and not on texts."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, NamedTuple, Optional, Type


class FieldError(NamedTuple):
    """One bad field of a request."""

    pointer: str
    """JSON pointer into the request, for example ``/tasks/2/sla``."""
    detail: str


class HmsActError(Exception):
    """Base of everything this package raises."""


class UsageError(HmsActError, ValueError):
    """What the caller gave cannot be meant: no token, an address that is none, an empty id. Nothing was sent."""


class TransportError(HmsActError):
    """No answer came: connection refused or lost, or a time-out.

    ``maybe_done`` tells whether the request may have reached the server and been carried out, by this try or one before.
    """

    def __init__(self, message: str, maybe_done: bool = False) -> None:
        super().__init__(message)
        self.maybe_done = maybe_done


class UnexpectedAnswer(TransportError):
    """Something answered that is not this API: a proxy, another program."""


class ApiError(HmsActError):
    """The server refused; nothing was changed, unless ``maybe_done``. Carries the problem details of RFC 9457.

    ``maybe_done``: the server does not know itself, or an earlier try of the same call may have been carried out.
    """

    def __init__(self, status: int, problem: Mapping[str, Any], headers: Optional[Mapping[str, str]] = None) -> None:
        self.status = status
        self.problem: Dict[str, Any] = dict(problem)
        self.type: str = str(problem.get("type") or "about:blank")
        self.title: str = str(problem.get("title") or "HTTP %d" % status)
        self.detail: str = str(problem.get("detail") or "")
        self.errors: List[FieldError] = _field_errors(problem.get("errors"))
        passed_on = status in (502, 504)  # a proxy's word, which has heard no answer itself
        self.maybe_done = passed_on or problem.get("maybe_done") is True
        self.retry_after_s: Optional[float] = _seconds((headers or {}).get("retry-after"))
        super().__init__(self._text())

    def _text(self) -> str:
        text = "%s (%d)" % (self.title, self.status)
        said = self.errors[0].detail if self.errors else self.title  # that with its field, below
        if self.detail and self.detail != said:
            text += ": " + self.detail
        for error in self.errors:
            text += "\n  %s: %s" % (error.pointer or "/", error.detail)
        return text


class ValidationError(ApiError):
    """400, 413, 415, 422: the request itself is wrong; ``errors`` points at the bad fields."""


class AuthError(ApiError):
    """401: no token, or one that is unknown, expired or revoked."""


class ForbiddenError(ApiError):
    """403: the token's role or worker may not do this."""


class NotFoundError(ApiError):
    """404, 410: there is no such thing (any more)."""


class NotSupportedByServer(NotFoundError):
    """This server does not have that part of the API (yet)."""


class ConflictError(ApiError):
    """409: against the present state; ``detail`` names that state or who holds the task."""


class RateLimited(ApiError):
    """429: too many requests; ``retry_after_s`` says when to come back."""


class ServerUnavailable(ApiError):
    """502, 503, 504: draining, restarting or waiting for its database; try again later."""


class ServerError(ApiError):
    """Any other 5xx: a defect of the server."""


_BY_STATUS: Dict[int, Type[ApiError]] = {
    401: AuthError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    410: NotFoundError,
    429: RateLimited,
    502: ServerUnavailable,
    503: ServerUnavailable,
    504: ServerUnavailable,
}


def error_for(status: int, problem: Mapping[str, Any], headers: Mapping[str, str]) -> ApiError:
    """The exception for a refused request."""
    kind = _BY_STATUS.get(status)
    if kind is None:
        kind = ServerError if status >= 500 else ValidationError
    return kind(status, problem, headers)


def _field_errors(value: Any) -> List[FieldError]:
    if not isinstance(value, list):
        return []
    return [
        FieldError(str(item.get("pointer") or ""), str(item.get("detail") or ""))
        for item in value
        if isinstance(item, dict)
    ]


def _seconds(text: Optional[str]) -> Optional[float]:
    try:
        return max(0.0, float(text)) if text else None
    except ValueError:
        return None  # the HTTP-date form; callers then use their own back-off
