# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""check_invariants.py DATABASE [JOURNAL…]: what must hold in a database after any fault.

Shares no code with the program. DATABASE is a file of SQLite, not in use, which is copied first, or a PostgreSQL URL. A
journal has one JSON object a line for each answer that a client was given. Prints every violation and exits 1 when
there is one."""

import collections
import hashlib
import json
import sys

from database import ENDED, OPEN, met, snapshot_of
from journal import check_journal

# The drawn transitions, from the description of the states; None is a task that is new.
LEGAL = {
    None: {"WAITING", "OPTIONAL", "PENDING"},
    "WAITING": {"PENDING", "SKIPPED", "CANCELLED"},
    "OPTIONAL": {"PENDING", "WAITING", "SKIPPED", "CANCELLED"},
    "PENDING": {"WAITING", "IN_PROGRESS", "COMPLETED", "IN_REVIEW", "ON_HOLD", "SKIPPED", "CANCELLED"},
    "IN_PROGRESS": {"PENDING", "COMPLETED", "IN_REVIEW", "FAILED", "ON_HOLD", "SKIPPED", "CANCELLED"},
    "IN_REVIEW": {"COMPLETED", "PENDING", "SKIPPED", "CANCELLED"},
    "ON_HOLD": {"PENDING", "SKIPPED", "CANCELLED"},
    "FAILED": {"PENDING", "SKIPPED"},
    "COMPLETED": {"IN_PROGRESS"},
    "SKIPPED": set(),
    "CANCELLED": set(),
}
# What taking back what was done last may do beside.
RESTORED = {"SKIPPED": {"OPTIONAL"}, "PENDING": {"OPTIONAL"}, "WAITING": {"OPTIONAL"}, "FAILED": {"IN_PROGRESS"},
            "ON_HOLD": {"IN_PROGRESS"}}
STARTED = {"PENDING", "IN_PROGRESS", "IN_REVIEW", "ON_HOLD", "COMPLETED"}


def check_chains(snapshot):
    """Every chain begins at 1, has no gap, hashes as it should, and ends where its head says."""
    last = {}
    for event in snapshot.events:
        chain, seq = event["activity_id"], event["seq"]
        before_seq, before_hash = last.get(chain, (0, b""))
        text = [chain, seq, event["at"], event["actor"], event["kind"], event["task_id"], event["detail"]]
        digest = hashlib.sha256(before_hash + b"".join(str(field).encode() + b"\x1f" for field in text)).digest()
        if seq != before_seq + 1:
            yield f"chain {chain}: event {seq} follows event {before_seq}"
        if digest != event["hash"]:
            yield f"chain {chain}: the hash of event {seq} does not match"
        last[chain] = (seq, event["hash"])
    heads = {**{activity["id"]: activity for activity in snapshot.activities.values()}, **snapshot.heads}
    for chain, head in heads.items():
        if (head["event_seq"], head["event_hash"]) != last.get(chain, (0, b"")):
            yield f"chain {chain}: its head says event {head['event_seq']}, the last one is {last.get(chain, (0,))[0]}"
        if chain in snapshot.activities and chain not in last:
            yield f"activity {chain}: no event explains it"
    for chain in last.keys() - heads.keys():
        yield f"chain {chain}: nothing it is about is there"


class Replay:
    """Walks the events of all tasks and compares where they lead with what is stored."""

    FIELDS = {"state": "state", "worker_id": "worker_id", "attempt": "attempt", "lease_token": "lease_epoch"}

    def __init__(self, snapshot):
        self.snapshot = snapshot
        self.fields = collections.defaultdict(dict)  # task → what its events say last
        self.ever_met = set()
        self.completions = collections.Counter()
        self.tokens = collections.defaultdict(list)  # task → lease tokens in the order they were given
        self.needs = collections.defaultdict(set)
        for task, need in snapshot.needs:
            self.needs[task].add(need)

    def run(self):
        for event in self.snapshot.events:
            if event["task_id"]:
                yield from self._step(event, json.loads(event["detail"]))
        for task in self.snapshot.tasks.values():
            yield from self._compare(task)

    def _step(self, event, detail):
        task, where = event["task_id"], f"task {event['task_id']}, event {event['seq']} ({event['kind']})"
        row = self.snapshot.tasks.get(task)
        if row is None:
            yield f"{where}: the task is not there"
            return
        before, after = detail.get("before") or {}, detail.get("after") or {}
        known = self.fields[task]
        for field, value in before.items():
            if field in self.FIELDS and field in known and known[field] != value:
                yield f"{where}: says {field} was {value!r}, the events before it say {known[field]!r}"
        old, new = known.get("state"), after.get("state")
        known.update(after)
        if "lease_token" in after:
            self.tokens[task].append(after["lease_token"])
        if new is None or new == old:
            return
        restored = event["kind"] == "task.restored"
        if new not in LEGAL.get(old, set()) | (RESTORED.get(old, set()) if restored else set()):
            yield f"{where}: {old} → {new} is not a transition"
        if new in STARTED and old in (None, "WAITING", "OPTIONAL"):
            for need in sorted(self.needs[task] - self.ever_met):
                yield f"{where}: {new} before its need {need} was met"
        if new == "WAITING" and old == "PENDING" and self.needs[task] <= self.ever_met:
            yield f"{where}: waits again, and all it needs is met"
        if old == "COMPLETED":  # undone
            self.completions[task] -= 1
        if old == "COMPLETED" or restored:
            self.ever_met.discard(task)
        if new == "COMPLETED":
            self.completions[task] += 1
        if met({"state": new, "on_failure": row["on_failure"]}):
            self.ever_met.add(task)

    def _compare(self, task):
        known = self.fields.get(task["id"], {})
        if known.get("state") != task["state"]:
            yield f"task {task['id']}: is {task['state']}, its events say {known.get('state')}"
        for field, column in self.FIELDS.items():
            if field != "state" and field in known and (known[field] or "") != (task[column] or ""):
                yield f"task {task['id']}: {field} is {task[column]!r}, its events say {known[field]!r}"
        if self.completions[task["id"]] > 1:
            yield f"task {task['id']}: completed {self.completions[task['id']]} times"
        tokens = self.tokens[task["id"]]
        if any(later <= earlier for earlier, later in zip(tokens, tokens[1:])):
            yield f"task {task['id']}: lease tokens do not grow: {tokens}"


def check_tasks(snapshot):
    """The fields of one task agree with its state, and its needs with what they say of it."""
    open_needs = collections.Counter()
    for task, need in snapshot.needs:
        if need in snapshot.tasks and not snapshot.tasks[need]["released"]:
            open_needs[task] += 1
    for task in snapshot.tasks.values():
        where, state = f"task {task['id']} ({task['name']}, {task['state']})", task["state"]
        if (state == "IN_PROGRESS") != (task["lease_expires_at"] > 0):
            yield f"{where}: lease_expires_at is {task['lease_expires_at']}"
        if state == "IN_PROGRESS" and (not task["worker_id"] or task["lease_epoch"] < 1 or not task["started_at"]):
            yield f"{where}: in progress without a holder, a lease token or a start"
        if (state == "ON_HOLD") != (task["paused_at"] > 0):
            yield f"{where}: paused_at is {task['paused_at']}"
        if (state in ENDED) != (task["ended_at"] > 0):
            yield f"{where}: ended_at is {task['ended_at']}"
        if task["open_needs"] != open_needs[task["id"]] and state in OPEN:
            yield f"{where}: open_needs is {task['open_needs']}, and {open_needs[task['id']]} are open"
        if state == "WAITING" and open_needs[task["id"]] == 0:
            yield f"{where}: waits for nothing"
        if met(task) and not task["released"]:
            yield f"{where}: met, but its successors were not told"
        if task["attempt"] > task["max_attempts"]:
            yield f"{where}: attempt {task['attempt']} of {task['max_attempts']}"
        if state == "COMPLETED" and not task["worker_id"]:
            yield f"{where}: completed by nobody"
        if task["activity_id"] not in snapshot.activities:
            yield f"{where}: its activity is not there"


def check_activities(snapshot):
    """The counters say what the tasks say, and the state what the counters say."""
    counts = collections.defaultdict(collections.Counter)
    for task in snapshot.tasks.values():
        count, state = counts[task["activity_id"]], task["state"]
        count["task_count"] += 1
        count["open_count"] += state in OPEN - {"OPTIONAL"}
        count["optional_count"] += state == "OPTIONAL"
        count["blocked_count"] += state == "FAILED" and task["on_failure"] == "block"
    for activity in snapshot.activities.values():
        where, count = f"activity {activity['id']} ({activity['state']})", counts[activity["id"]]
        for column in ("task_count", "open_count", "optional_count", "blocked_count"):
            if activity[column] != count[column]:
                yield f"{where}: {column} is {activity[column]}, and there are {count[column]}"
        unsettled = count["open_count"] + count["optional_count"]
        done = count["task_count"] > 0 and unsettled + count["blocked_count"] == 0
        if activity["state"] == "OPEN" and done:
            yield f"{where}: every task has ended well"
        if activity["state"] == "COMPLETED" and not done:
            yield f"{where}: completed with {dict(count)}"
        if activity["state"] != "OPEN" and unsettled:
            yield f"{where}: {unsettled} tasks are open"
        if (activity["state"] != "OPEN") != (activity["ended_at"] > 0):
            yield f"{where}: ended_at is {activity['ended_at']}"


def check_firings(snapshot):
    """Each step that fired is behind its rule and in the record once, and all that it told in the outbox."""
    told, recorded = collections.Counter(), collections.Counter()
    for firing in snapshot.firings:
        step, escalation = (firing["repeat"], firing["step"]), snapshot.escalations.get(firing["escalation_id"])
        where = f"firing {step} of escalation {firing['escalation_id']}"
        if escalation is None:
            yield f"{where}: its escalation is not there"
            continue
        subject = (escalation["activity_id"], escalation["task_id"])
        stands_at = (escalation["repeats"], escalation["step"])
        if step >= stands_at:
            yield f"{where}: it stands at {stands_at}, and fires that again"
        outcome = json.loads(firing["outcome"])
        addresses = None if "would" in outcome else outcome.get("told")  # on trial
        recorded[subject] += addresses is not None
        told.update((*subject, address) for address in addresses or ())
    events = collections.Counter((event["activity_id"], event["task_id"]) for event in snapshot.events
                                 if event["kind"] in ("task.escalated", "activity.escalated"))
    for subject in recorded.keys() | events.keys():
        if recorded[subject] != events[subject]:
            yield f"activity, task {subject}: {recorded[subject]} steps fired, and its record tells of {events[subject]}"
    written = collections.Counter((message["activity_id"], message["task_id"], message["address"])
                                  for message in snapshot.messages.values() if message["kind"] == "escalation")
    for what in told.keys() | written.keys():
        if told[what] != written[what]:
            yield f"activity, task, address {what}: told {told[what]} times, and {written[what]} messages are there"


def check_messages(snapshot):
    """What the state of a message says of its tries, and who carries whom."""
    for message in snapshot.messages.values():
        where, state = f"message {message['id']} ({message['address']}, {message['state']})", message["state"]
        if (state == "sent") != (message["sent_at"] > 0):
            yield f"{where}: sent_at is {message['sent_at']}"
        if state == "sending" and message["attempts"] < 1:
            yield f"{where}: never taken to be sent"
        if state == "dead" and not message["error"]:
            yield f"{where}: given up without a reason"
        carrier = snapshot.messages.get(message["carrier_id"])
        if message["carrier_id"] and (carrier is None or carrier["carrier_id"]):
            yield f"{where}: carried by {message['carrier_id']}, which does not go out by itself"


def violations(database, acknowledged=()):
    """All of them, as sentences. `acknowledged` are the entries of the journals."""
    snapshot = snapshot_of(database)
    yield from snapshot.engine_faults
    yield from check_chains(snapshot)
    replay = Replay(snapshot)
    yield from replay.run()
    yield from check_tasks(snapshot)
    yield from check_activities(snapshot)
    yield from check_firings(snapshot)
    yield from check_messages(snapshot)
    yield from check_journal(snapshot, replay, acknowledged)


def main(arguments):
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    entries = []
    for name in arguments[1:]:
        with open(name, encoding="utf-8") as lines:
            entries += [json.loads(line) for line in lines]
    found = list(violations(arguments[0], entries))
    for violation in found:
        print(violation)
    print(f"{len(found)} violations, {len(entries)} acknowledged answers")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
