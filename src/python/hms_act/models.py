# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: Apache-2.0
"""The values of the API as dataclasses.

Every one keeps what the server sent beyond the fields named here in ``extra`` and shows it as an attribute too, so
that a newer server's fields can be read without a newer client.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Optional, Sequence, Type, TypeVar, Union

from .errors import UsageError

Duration = Union[str, timedelta]
"""``"2h"``, ``"1h30m"``, ``"PT2H"``, or a timedelta of whole seconds."""

Moment = Union[str, datetime]
"""An instant: RFC 3339 text, or an aware datetime."""

Skills = Union[Sequence[str], Mapping[str, Optional[int]]]
"""Skill names, or name → level from 1 to 5, None: as it is, 3 of a new one."""

M = TypeVar("M", bound="_Model")
T = TypeVar("T")


@dataclass
class _Model:
    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            extra = self.__dict__.get("extra")
            if extra is not None and name in extra:
                return extra[name]
            raise AttributeError("%s has no field %r" % (type(self).__name__, name))

    @classmethod
    def from_json(cls: Type[M], data: Mapping[str, Any]) -> M:
        """Reads the server's JSON; fields unknown here go to ``extra``."""
        known = {f.name for f in dataclasses.fields(cls)} - {"extra"}
        values: Dict[str, Any] = {}
        extra: Dict[str, Any] = {}
        for name, value in data.items():
            if name not in known:
                extra[name] = value
            elif value is not None or name in _NULL_IS_A_VALUE:
                values[name] = _read(name, value)
        return cls(**values, extra=extra)


@dataclass
class Blocker(_Model):
    """An open task that another one waits for, directly or through others."""

    name: str = ""
    state: str = ""
    status: str = ""
    worker_id: Optional[str] = None
    extra: Dict[str, Any] = field(default_factory=dict, repr=False)


@dataclass
class Artefact(_Model):
    """A file that belongs to a task."""

    name: str = ""
    media_type: str = ""
    size: int = 0
    sha256: str = ""
    extra: Dict[str, Any] = field(default_factory=dict, repr=False)


@dataclass
class Task(_Model):
    """One unit of work. The first sixteen fields describe a task to enqueue, the others are what the server says of it.

    ``needs``: None for "the nearest task before it that is not optional", an empty list for "can start at once", or
    names. ``status`` is the text for people (``WAITING(for:verify_identity)``), ``state`` the bare state.
    """

    name: str = ""
    sla: Optional[Duration] = None
    needs: Optional[Sequence[str]] = None
    optional: bool = False
    skill: Optional[str] = None
    payload: Optional[Mapping[str, Any]] = None
    priority: Optional[int] = None
    max_attempts: Optional[int] = None
    review: Optional[str] = None
    on_failure: Optional[str] = None
    confidence_floor: Optional[float] = None
    review_pool: Optional[str] = None
    cost: Optional[int] = None
    skill_level_min: Optional[int] = None
    wished_skills: Optional[Sequence[str]] = None
    pools: Optional[Sequence[str]] = None

    id: Optional[str] = None
    activity_id: Optional[str] = None
    state: Optional[str] = None
    status: Optional[str] = None
    waiting_for: List[str] = field(default_factory=list)
    worker_id: Optional[str] = None
    due_at: Optional[datetime] = None
    sla_state: Optional[str] = None
    attempt: Optional[int] = None
    result: Any = None
    reason: Optional[str] = None
    confidence: Optional[float] = None
    proposed_by: Optional[str] = None
    for_humans: bool = False
    review_outcome: Optional[str] = None
    progress: Optional[int] = None
    progress_note: Optional[str] = None
    why_waiting: Optional[str] = None
    waiting_reason: Optional[Mapping[str, Any]] = None
    blocked_by: List[Blocker] = field(default_factory=list)
    assignment: Optional[Mapping[str, Any]] = None
    artefacts: List[Artefact] = field(default_factory=list)
    extra: Dict[str, Any] = field(default_factory=dict, repr=False)

    def to_json(self) -> Dict[str, Any]:
        """What ``tasks.enqueue`` sends: the fields that describe the task and were given."""
        if self.sla is None:
            raise UsageError("task %r has no sla" % self.name)
        body: Dict[str, Any] = {"name": self.name, "sla": duration_text(self.sla)}
        if self.needs is not None:
            body["needs"] = name_list(self.needs, "needs")
        if self.optional:
            body["optional"] = True
        for key in ("wished_skills", "pools"):
            names = getattr(self, key)
            if names is not None:
                body[key] = name_list(names, key)
        for key in _GIVEN_WITH_A_TASK:
            value = getattr(self, key)
            if value is not None:
                body[key] = value
        body.update(self.extra)
        return body


@dataclass
class Activity(_Model):
    """One request of a citizen or a system, end to end. ``tasks`` is filled by ``activities.get``."""

    id: str = ""
    citizen_id: str = ""
    intent: str = ""
    sla: Optional[str] = None
    calendar: Optional[str] = None
    priority: Optional[int] = None
    state: str = ""
    sla_state: Optional[str] = None
    due_at: Optional[datetime] = None
    created_at: Optional[datetime] = None
    metadata: Mapping[str, Any] = field(default_factory=dict)
    tasks: List[Task] = field(default_factory=list)
    extra: Dict[str, Any] = field(default_factory=dict, repr=False)


def moment_text(moment: Moment) -> str:
    """An instant as the API writes it."""
    if not isinstance(moment, datetime):
        return moment
    if moment.utcoffset() is None:
        raise UsageError("a datetime needs its time zone: %r" % moment)
    return moment.isoformat()


def rule_json(value: Any) -> Any:
    """What is said of a rule as the API takes it: durations, instants and lists in it as text."""
    if isinstance(value, timedelta):
        return duration_text(value)
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, Mapping):
        return {key: rule_json(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [rule_json(each) for each in value]
    return value


def leave_json(leave: Sequence[Mapping[str, Any]]) -> List[Dict[str, Any]]:
    """Leave as the API takes it: mappings with ``from``, ``to`` (aware datetimes or text) and perhaps ``substitute``."""
    return [
        {key: moment_text(value) if isinstance(value, datetime) else value for key, value in each.items()}
        for each in leave
    ]


@dataclass
class Worker(_Model):
    """Who executes tasks: ``kind`` is ``human``, ``bot`` or ``agent``. The id is made from the name unless given."""

    name: str = ""
    skills: Skills = field(default_factory=list)
    channel: Optional[str] = None
    kind: Optional[str] = None
    pools: Optional[Sequence[str]] = None
    capacity: Optional[int] = None
    calendar: Optional[str] = None
    id: Optional[str] = None
    leave: Optional[Sequence[Mapping[str, Any]]] = None
    return_after: Optional[Duration] = None
    language: Optional[str] = None
    extra: Dict[str, Any] = field(default_factory=dict, repr=False)

    def to_json(self) -> Dict[str, Any]:
        """What ``workers.register`` sends."""
        body: Dict[str, Any] = {"name": self.name, "skills": skills_json(self.skills)}
        if self.pools is not None:
            body["pools"] = name_list(self.pools, "pools")
        if self.leave is not None:
            body["leave"] = leave_json(self.leave)
        if self.return_after is not None:
            body["return_after"] = duration_text(self.return_after)
        for key in ("channel", "kind", "capacity", "calendar", "id", "language"):
            value = getattr(self, key)
            if value is not None:
                body[key] = value
        return body


@dataclass
class Lease(_Model):
    """A task that was handed to a worker, until ``lease_expires_at``."""

    task_id: str = ""
    activity_id: str = ""
    name: str = ""
    skill: str = ""
    payload: Mapping[str, Any] = field(default_factory=dict)
    lease_token: int = 0
    lease_expires_at: Optional[datetime] = None
    attempt: int = 1
    due_at: Optional[datetime] = None
    proposal: Optional[Mapping[str, Any]] = None
    """A machine's result that was sent back, or that a human is to see to: ``worker_id``, ``result``, ``confidence``."""
    extra: Dict[str, Any] = field(default_factory=dict, repr=False)


@dataclass
class Alert(_Model):
    """Something a supervisor should look at."""

    id: str = ""
    kind: str = ""
    activity_id: Optional[str] = None
    task: Optional[str] = None
    raised_at: Optional[datetime] = None
    acknowledged_at: Optional[datetime] = None
    acknowledged_by: Optional[str] = None
    snoozed_until: Optional[datetime] = None
    snoozed_by: Optional[str] = None
    solved: bool = False
    followers: List[Mapping[str, Any]] = field(default_factory=list)
    """Filled by ``alerts.get``: each rule that follows it, how far it has come, and its ``firings``."""
    extra: Dict[str, Any] = field(default_factory=dict, repr=False)


@dataclass
class Notification(_Model):
    """A message to a person or a system."""

    id: str = ""
    kind: str = ""
    to: str = ""
    channel: str = ""
    state: str = ""
    attempts: int = 0
    created_at: Optional[datetime] = None
    snoozed_until: Optional[datetime] = None  # put off with its alert
    next_try_at: Optional[datetime] = None
    sent_at: Optional[datetime] = None
    error: Optional[str] = None
    digest_id: Optional[str] = None
    extra: Dict[str, Any] = field(default_factory=dict, repr=False)


class Page(List[T]):
    """A list that was cut: ``next_cursor`` gets the rest, None means that this was all."""

    def __init__(self, items: Sequence[T] = (), next_cursor: Optional[str] = None) -> None:
        super().__init__(items)
        self.next_cursor = next_cursor


_GIVEN_WITH_A_TASK = (
    "skill", "payload", "priority", "max_attempts", "review", "on_failure", "cost", "skill_level_min", "confidence_floor", "review_pool",
)  # fmt: skip
_NULL_IS_A_VALUE = frozenset({"result"})
_TIMES = frozenset({
    "due_at", "created_at", "lease_expires_at", "raised_at", "acknowledged_at", "snoozed_until", "next_try_at", "sent_at",
})  # fmt: skip


def _read(name: str, value: Any) -> Any:
    if name in _TIMES and isinstance(value, str):
        return parse_time(value)
    if name == "tasks":
        return [Task.from_json(item) for item in value]
    if name == "blocked_by":
        return [Blocker.from_json(item) for item in value]
    if name == "artefacts":
        return [Artefact.from_json(item) for item in value]
    return value


def parse_time(text: str) -> datetime:
    """RFC 3339 → an aware datetime in UTC."""
    moment = datetime.fromisoformat(text[:-1] + "+00:00" if text[-1:] in "Zz" else text)
    return moment.astimezone(timezone.utc)


def duration_text(duration: Duration) -> str:
    """A duration as the API writes it."""
    if isinstance(duration, timedelta):
        if duration.microseconds:
            raise UsageError("durations are whole seconds: %r" % duration)
        return "%ds" % (duration.days * 86400 + duration.seconds)
    return duration


def name_list(names: Sequence[str], field_name: str) -> List[str]:
    """A list of names; a bare string is a mistake, not a list of letters."""
    if isinstance(names, str):
        raise UsageError("%s takes a list of names: [%r]" % (field_name, names))
    return list(names)


def skills_json(skills: Skills) -> Union[List[str], Dict[str, Optional[int]]]:
    """Skills as the API takes them."""
    if isinstance(skills, Mapping):
        return dict(skills)
    return name_list(skills, "skills")
