# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the checker reads of a database: plain rows, and the ids as clients see them."""

import collections
import contextlib
import json
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile

_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32
OPEN = {"WAITING", "OPTIONAL", "PENDING", "IN_PROGRESS", "IN_REVIEW", "ON_HOLD"}
ENDED = {"COMPLETED", "FAILED", "SKIPPED", "CANCELLED"}


def number(text_id):
    """"act-01jd8q2m5xk7c" → what the database stores."""
    value = 0
    for digit in text_id.split("-", 1)[1].lower():
        value = value * 32 + _DIGITS.index(digit)
    return value


def met(task):
    return task["state"] in ("COMPLETED", "SKIPPED") or (task["state"] == "FAILED" and task["on_failure"] == "continue")


def copy_of(path, folder):
    """A copy with its write-ahead log: the original stays as the dead process left it. Returns its path."""
    target = pathlib.Path(folder) / "copy.db"
    for suffix in ("", "-wal"):
        source = pathlib.Path(f"{path}{suffix}")
        if source.exists():
            shutil.copyfile(source, f"{target}{suffix}")
    return target


def snapshot_of(database):
    """`database`: a file of SQLite, looked at as a copy, or the URL of a PostgreSQL database."""
    if str(database).startswith("postgresql://"):
        return PostgresSnapshot(database)
    with tempfile.TemporaryDirectory() as folder:
        return Snapshot(copy_of(database, folder))


class Snapshot:
    """Everything in memory, in one read. Killed before the schema was there, a database is empty."""

    def __init__(self, path):
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.row_factory = sqlite3.Row
            self.engine_faults = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
            self.engine_faults += [f"foreign key: {tuple(row)}" for row in connection.execute("PRAGMA foreign_key_check")]
            tables = {row["name"] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}

            def rows(table, order="1"):
                return connection.execute(f"SELECT * FROM {table} ORDER BY {order}").fetchall() if table in tables else []

            self.activities = {row["id"]: row for row in rows("activity")}
            self.tasks = {row["id"]: row for row in rows("task", "activity_id, position")}
            self.needs = [(row["task_id"], row["needs_id"]) for row in rows("task_need")]
            self.events = rows("event", "activity_id, seq")
            self.heads = {row["id"]: row for row in rows("chain_head")}
            self.escalations = {row["id"]: row for row in rows("escalation")}
            self.firings = rows("escalation_firing", "escalation_id, step, repeat")
            self.messages = {row["id"]: row for row in rows("outbox")}


class PostgresSnapshot:
    """The same of PostgreSQL, which looks after its files and references itself. One statement is one snapshot."""

    TABLES = ("activity", "task", "task_need", "event", "chain_head", "escalation", "escalation_firing", "outbox")
    BYTES = ("hash", "event_hash")

    def __init__(self, url):
        every_row = " UNION ALL ".join(f"SELECT json_build_array('{t}', row_to_json({t})) FROM {t}" for t in self.TABLES)
        said = subprocess.run(["psql", "--no-psqlrc", "--tuples-only", "--no-align", f"--dbname={url}", f"--command={every_row}"],
                              check=True, stdout=subprocess.PIPE).stdout
        rows = collections.defaultdict(list)
        for line in said.splitlines():
            table, row = json.loads(line)
            for column in self.BYTES:
                if column in row:
                    row[column] = bytes.fromhex(row[column].removeprefix("\\x"))
            rows[table].append(row)
        self.engine_faults = []
        self.activities = {row["id"]: row for row in rows["activity"]}
        self.tasks = {row["id"]: row for row in rows["task"]}
        self.needs = [(row["task_id"], row["needs_id"]) for row in rows["task_need"]]
        self.events = sorted(rows["event"], key=lambda row: (row["activity_id"], row["seq"]))
        self.heads = {row["id"]: row for row in rows["chain_head"]}
        self.escalations = {row["id"]: row for row in rows["escalation"]}
        self.firings = sorted(rows["escalation_firing"], key=lambda row: (row["escalation_id"], row["step"], row["repeat"]))
        self.messages = {row["id"]: row for row in rows["outbox"]}
