# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The checker is seen red: a small sound database, and one damage after the other."""

import contextlib
import hashlib
import json
import pathlib
import shutil
import sqlite3
import tempfile
import unittest

from check_invariants import violations

MIGRATIONS = pathlib.Path(__file__).resolve().parents[2] / "resources" / "sql" / "migrations"
ACTIVITY = 7
# id, name, needs, the states it went through, released
TASKS = [(1, "check", [], ["PENDING", "IN_PROGRESS", "COMPLETED"], 1),
         (2, "print", [1], ["WAITING", "PENDING", "IN_PROGRESS"], 0),
         (3, "ship", [2], ["WAITING"], 0),
         (4, "call", [], ["OPTIONAL"], 0)]
# In the order in which it happened: (task, index into its states).
HISTORY = [(1, 0), (2, 0), (3, 0), (4, 0), (1, 1), (1, 2), (2, 1), (2, 2)]


def text_id(prefix, value):
    digits = "0123456789abcdefghjkmnpqrstvwxyz"
    text = ""
    for _ in range(13):
        value, digit = divmod(value, 32)
        text = digits[digit] + text
    return f"{prefix}-{text}"


def insert(connection, table, **values):
    """A row with these values; the other columns get their default, or 0 or an empty text, as the schema has no NULL."""
    row = {}
    for _, column, kind, _, default, _ in connection.execute(f"PRAGMA table_info({table})"):
        if column in values or default is None:
            row[column] = values.pop(column, {"INTEGER": 0, "TEXT": "", "BLOB": b""}[kind])
    assert not values, f"{table} has no column {values}"
    marks = ",".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} ({','.join(row)}) VALUES ({marks})", list(row.values()))


class Record:
    """Appends events to one chain."""

    def __init__(self, connection):
        self.connection, self.seq, self.hash = connection, 0, b""

    def add(self, task, kind, detail):
        self.seq += 1
        text = json.dumps(detail)
        fields = [ACTIVITY, self.seq, 1000, "test", kind, task, text]
        self.hash = hashlib.sha256(self.hash + b"".join(str(f).encode() + b"\x1f" for f in fields)).digest()
        insert(self.connection, "event", activity_id=ACTIVITY, seq=self.seq, at=1000, actor="test", kind=kind,
               task_id=task, detail=text, hash=self.hash)


def detail(states, index):
    said = {"after": {"state": states[index]}}
    if index:
        said["before"] = {"state": states[index - 1]}
    if states[index] == "IN_PROGRESS":
        said["after"] |= {"worker_id": "w1", "lease_token": 1}
    return said


def make(path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous = OFF")  # nothing dies here
    for script in sorted(MIGRATIONS.glob("*.sqlite.sql")):
        connection.executescript(script.read_text(encoding="utf-8"))
    connection.execute("PRAGMA foreign_keys = OFF")
    for position, (task, name, needs, states, released) in enumerate(TASKS):
        state = states[-1]
        insert(connection, "task", id=task, activity_id=ACTIVITY, position=position, name=name, skill=name, sla_ms=1000,
               payload="{}", priority=5, max_attempts=3, review="none", on_failure="block", state=state, attempt=1,
               open_needs=len([n for n in needs if n != 1]), released=released, optional=int(name == "call"),
               worker_id="w1" if "IN_PROGRESS" in states else "", lease_epoch=int("IN_PROGRESS" in states),
               lease_expires_at=2000 * (state == "IN_PROGRESS"), started_at=1000 * ("IN_PROGRESS" in states),
               ended_at=1500 * (state == "COMPLETED"), excluded="[]", result="null")
        for need in needs:
            insert(connection, "task_need", task_id=task, needs_id=need)
    record = Record(connection)
    record.add(0, "activity.created", {"after": {"state": "OPEN"}})
    states_of = {task: states for task, _, _, states, _ in TASKS}
    for task, index in HISTORY:
        record.add(task, "task.changed", detail(states_of[task], index))
    record.add(2, "task.escalated", {"rule": "r", "step": 1, "then": "notify"})
    insert(connection, "escalation", id=20, rule_id=2, activity_id=ACTIVITY, task_id=2, step=1, state="over")
    insert(connection, "escalation_firing", escalation_id=20, rule_id=2, rule_version=1, fired_at=1600,
           outcome='{"then": "notify", "told": ["slack:#a", "slack:#b"]}')
    for message, address in ((30, "slack:#a"), (31, "slack:#b")):
        insert(connection, "outbox", id=message, kind="escalation", channel="slack", address=address, facts="{}", state="sent",
               activity_id=ACTIVITY, task_id=2, escalation_id=20, attempts=1, sent_at=1700)
    insert(connection, "activity", id=ACTIVITY, citizen_id="c", intent="i", sla_ms=1000, priority=5, state="OPEN",
           metadata='{"key": "k1"}', due_at=9000, task_count=4, open_count=2, optional_count=1,
           event_seq=record.seq, event_hash=record.hash)
    connection.commit()
    return connection


JOURNAL = [{"did": "create", "key": "k1", "activity": text_id("act", ACTIVITY)},
           {"did": "enqueue", "activity": text_id("act", ACTIVITY), "tasks": {"check": text_id("tsk", 1)}},
           {"did": "reserve", "task": text_id("tsk", 2), "token": 1, "worker": "w1"},
           {"did": "complete", "task": text_id("tsk", 1), "token": 1, "worker": "w1"}]

# The damage, and a part of what the checker must say about it.
DAMAGES = {
    "UPDATE event SET detail = replace(detail, 'w1', 'w2')": "the hash of event 6 does not match",
    "DELETE FROM event WHERE seq = 4": "event 5 follows event 3",
    "DELETE FROM event WHERE seq = 10": "its head says event 10",
    "DELETE FROM event": "no event explains it",
    "UPDATE activity SET event_seq = 8": "its head says event 8",
    "UPDATE chain_head SET event_seq = 3": "chain 0: its head says event 3",
    "UPDATE task SET state = 'PENDING', lease_expires_at = 0 WHERE id = 2": "is PENDING, its events say IN_PROGRESS",
    "UPDATE task SET worker_id = 'w2' WHERE id = 2": "worker_id is 'w2', its events say 'w1'",
    "UPDATE task SET lease_epoch = 2 WHERE id = 2": "lease_token is 2, its events say 1",
    "UPDATE task SET lease_expires_at = 0 WHERE id = 2": "lease_expires_at is 0",
    "UPDATE task SET worker_id = '' WHERE id = 2": "in progress without a holder",
    "UPDATE task SET open_needs = 2 WHERE id = 3": "open_needs is 2, and 1 are open",
    "UPDATE task SET released = 1 WHERE id = 2": "waits for nothing",
    "UPDATE task SET released = 0 WHERE id = 1": "met, but its successors were not told",
    "UPDATE task SET ended_at = 5 WHERE id = 3": "ended_at is 5",
    "UPDATE task SET paused_at = 5 WHERE id = 3": "paused_at is 5",
    "UPDATE task SET attempt = 4 WHERE id = 3": "attempt 4 of 3",
    "UPDATE activity SET open_count = 3": "open_count is 3, and there are 2",
    "UPDATE activity SET task_count = 3": "task_count is 3, and there are 4",
    "UPDATE activity SET blocked_count = 1": "blocked_count is 1, and there are 0",
    "UPDATE activity SET optional_count = 0": "optional_count is 0, and there are 1",
    "UPDATE activity SET state = 'COMPLETED', ended_at = 5": "completed with",
    "UPDATE activity SET state = 'CANCELLED', ended_at = 5": "3 tasks are open",
    "UPDATE activity SET ended_at = 5": "ended_at is 5",
    "DELETE FROM task WHERE id = 2": "the task is not there",
    "DELETE FROM activity": "nothing it is about is there",
    "UPDATE escalation SET step = 0": "fires that again",
    "DELETE FROM escalation": "its escalation is not there",
    "DELETE FROM escalation_firing": "0 steps fired, and its record tells of 1",
    "DELETE FROM outbox WHERE id = 30": "told 1 times, and 0 messages are there",
    "UPDATE outbox SET address = 'slack:#a'": "told 1 times, and 2 messages are there",
    "UPDATE outbox SET sent_at = 0": "sent_at is 0",
    "UPDATE outbox SET state = 'sending', attempts = 0, sent_at = 0": "never taken to be sent",
    "UPDATE outbox SET state = 'dead', sent_at = 0": "given up without a reason",
    "UPDATE outbox SET carrier_id = 32 WHERE id = 31": "does not go out by itself",
    "INSERT INTO task_need VALUES (2, 4)": "PENDING before its need 4 was met",
    "UPDATE activity SET metadata = '{\"key\": \"k2\"}'": "not as acknowledged",
    "UPDATE task SET name = 'verify' WHERE id = 1": "not as acknowledged",
    "UPDATE task SET state = 'SKIPPED' WHERE id = 1": "lost: {'did': 'complete'",
}


class Checker(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.sound = pathlib.Path(folder.name) / "sound.db"
        cls.path = pathlib.Path(folder.name) / "damaged.db"
        make(cls.sound).close()

    def setUp(self):
        shutil.copyfile(self.sound, self.path)
        self.connection = sqlite3.connect(self.path)
        self.connection.execute("PRAGMA synchronous = OFF")
        self.addCleanup(lambda: self.connection.close())

    def damage(self, sql, *values):
        with contextlib.suppress(sqlite3.OperationalError):
            self.connection.execute("DROP TRIGGER event_never_changed")
        self.connection.execute("PRAGMA ignore_check_constraints = ON")
        self.connection.execute(sql, values)
        self.connection.commit()

    def found(self, journal=()):
        return list(violations(self.path, journal))

    def assert_found(self, part, journal=()):
        found = self.found(journal)
        self.assertTrue(any(part in violation for violation in found), f"{part!r} is not among {found}")

    def test_a_sound_database(self):
        self.assertEqual(self.found(JOURNAL), [])

    def test_every_damage(self):
        for sql, part in DAMAGES.items():
            with self.subTest(sql):
                self.connection.close()
                self.setUp()
                self.damage(sql)
                self.assert_found(part, JOURNAL)

    def test_an_acknowledged_change_that_is_lost(self):
        for entry in (JOURNAL[0] | {"activity": text_id("act", 8)},
                      JOURNAL[1] | {"tasks": {"check": text_id("tsk", 9)}},
                      JOURNAL[2] | {"token": 2},
                      JOURNAL[3] | {"task": text_id("tsk", 2)}):
            with self.subTest(entry["did"]):
                self.assert_found("lost: ", [*JOURNAL, entry])

    def test_a_lease_given_twice(self):
        self.assert_found("was given to", [*JOURNAL, JOURNAL[2] | {"worker": "w2"}])

    def test_a_completion_by_another(self):
        self.assert_found("not as acknowledged", [*JOURNAL, JOURNAL[3] | {"worker": "w2"}])

    def test_an_idempotency_key_that_made_two(self):
        self.assert_found("was answered with", [*JOURNAL, JOURNAL[0] | {"activity": text_id("act", 8)}])
        insert(self.connection, "activity", id=8, citizen_id="c", intent="i", sla_ms=1, priority=5, state="OPEN",
               metadata='{"key": "k1"}')
        self.connection.commit()
        self.assert_found("made 2 activities", JOURNAL)

    def test_events_that_cannot_have_happened(self):
        for step, part in (({"before": {"state": "COMPLETED"}, "after": {"state": "PENDING"}}, "is not a transition"),
                           ({"before": {"state": "FAILED"}, "after": {"state": "COMPLETED"}}, "says state was 'FAILED'"),
                           ({"after": {"lease_token": 1}}, "lease tokens do not grow")):
            with self.subTest(part):
                record = Record(self.connection)
                record.seq, record.hash = self.connection.execute(
                    "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1").fetchone()
                record.add(1, "task.changed", step)
                self.connection.commit()
                self.assert_found(part)

    def test_what_was_done_last_is_taken_back(self):
        for kind, found in (("task.restored", []), ("task.changed", ["SKIPPED → OPTIONAL is not a transition"])):
            with self.subTest(kind):
                self.setUp()
                record = Record(self.connection)
                record.seq, record.hash = self.connection.execute(
                    "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1").fetchone()
                record.add(4, "task.skipped", {"before": {"state": "OPTIONAL"}, "after": {"state": "SKIPPED"}})
                record.add(4, kind, {"before": {"state": "SKIPPED"}, "after": {"state": "OPTIONAL"}})
                self.connection.execute("UPDATE activity SET event_seq = ?, event_hash = ?", (record.seq, record.hash))
                self.connection.commit()
                says = list(violations(self.path, JOURNAL))
                self.assertEqual([part for part in found if not any(part in line for line in says)], [])
                self.assertEqual(len(says), len(found), says)


if __name__ == "__main__":
    unittest.main()
