# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: Apache-2.0
"""``orc.escalations``."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Sequence, Union

from .errors import NotFoundError, NotSupportedByServer
from .models import Moment, moment_text, name_list, rule_json
from .resources import PAGE_MAX
from .transport import Transport
from .urls import path


class Escalations:
    """Rules for what happens when a timer expires."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def set_rule(
        self,
        *,
        when: str,
        then: Optional[str] = None,
        to: Optional[str] = None,
        notify: Optional[Sequence[str]] = None,
        **more: Any,
    ) -> Mapping[str, Any]:
        """Sets a rule, in its short form (``then``, ``to``, ``notify``) or with ``steps`` and further fields of the full
        form by name; durations may be timedeltas, instants aware datetimes. A rule of the same name is changed; without a
        name it is called by what it says, ``sla_breach: reassign to crew (intent passport)``, and refused (Conflict) where
        a rule of that name says something else."""
        body: Dict[str, Any] = {"when": when, **rule_json(more)}
        if then is not None:
            body["then"] = then
        if to is not None:
            body["to"] = to
        if notify is not None:
            body["notify"] = name_list(notify, "notify")
        rule: Mapping[str, Any] = self._call("POST", "/escalations/rules", body, keyed=True)
        return rule

    def get_rule(self, rule_id: str) -> Mapping[str, Any]:
        """One rule."""
        rule: Mapping[str, Any] = self._transport.call("GET", path("escalations", "rules", rule_id))
        return rule

    def change_rule(self, rule_id: str, rule: Mapping[str, Any]) -> Mapping[str, Any]:
        """Replaces what the rule says: a new version. With ``version``, the one that was read, only if it is still that."""
        changed: Mapping[str, Any] = self._transport.call("PUT", path("escalations", "rules", rule_id), rule_json(rule))
        return changed

    def remove_rule(self, rule_id: str) -> None:
        """Removes a rule; the built-in one can only be changed to ``enabled: false``."""
        self._transport.call("DELETE", path("escalations", "rules", rule_id))

    def rules(self) -> List[Mapping[str, Any]]:
        """All rules."""
        rules: List[Mapping[str, Any]] = self._call("GET", "/escalations/rules", query={"limit": PAGE_MAX})["items"]
        return rules

    def dry_run(
        self, rule: Union[str, Mapping[str, Any]], *, from_: Optional[Moment] = None, to: Optional[Moment] = None
    ) -> Mapping[str, Any]:
        """What a rule, saved (its id or name) or being edited, would have done between two instants (until now, for 30
        days, where they are left out)."""
        period = {name: None if at is None else moment_text(at) for name, at in (("from", from_), ("to", to))}
        outcome: Mapping[str, Any] = self._look("/escalations/dry-run", rule, period, wait_s=60)  # the record of months
        return outcome

    def lint(self, rule: Union[str, Mapping[str, Any]]) -> List[Mapping[str, Any]]:
        """What a rule, saved or being edited, may not do as its author thinks: severity, pointer, text."""
        remarks: List[Mapping[str, Any]] = self._look("/escalations/lint", rule, {})["items"]
        return remarks

    def firings(self, rule_id: str, *, limit: int = 100, cursor: Optional[str] = None) -> Mapping[str, Any]:
        """A page of what a rule has fired, newest first: by which version of it, why (``values``), what came of it."""
        query = {"limit": limit, "cursor": cursor}
        page: Mapping[str, Any] = self._transport.call("GET", path("escalations", "rules", rule_id, "firings"), query=query)
        return page

    def versions(self, rule_id: str, *, limit: int = 100, cursor: Optional[str] = None) -> Mapping[str, Any]:
        """A page of every text a rule has had, newest first, also of one that was removed."""
        query = {"limit": limit, "cursor": cursor}
        page: Mapping[str, Any] = self._transport.call("GET", path("escalations", "rules", rule_id, "versions"), query=query)
        return page

    def version(self, rule_id: str, version: int) -> Mapping[str, Any]:
        """A rule as it was: the version that a firing names, with ``saved_at``, ``saved_by`` and the ``rule``."""
        target = path("escalations", "rules", rule_id, "versions", str(version))
        text: Mapping[str, Any] = self._transport.call("GET", target)
        return text

    def _look(self, target: str, rule: Union[str, Mapping[str, Any]], more: Mapping[str, Any], wait_s: float = 0) -> Any:
        if isinstance(rule, str):  # 404: there is no such rule
            return self._transport.call("POST", target, {"rule": rule, **more}, repeatable=True, wait_s=wait_s)
        return self._call("POST", target, {"rule": rule_json(rule), **more}, repeatable=True, wait_s=wait_s)

    def _call(self, method: str, target: str, *args: Any, **kwargs: Any) -> Any:
        try:
            return self._transport.call(method, target, *args, **kwargs)
        except NotFoundError as error:  # these are collections: only a server without them says 404
            problem = {**error.problem, "detail": "this server has no escalation rules (%s %s)" % (method, target)}
            raise NotSupportedByServer(error.status, problem) from error
