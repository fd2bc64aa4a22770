# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the checker reads of a SQLite database: plain rows, and the ids as clients see them."""

import contextlib
import pathlib
import shutil
import sqlite3

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


class Snapshot:
    """Everything in memory, in one read. Killed before the schema was there, a database is empty."""

    def __init__(self, path):
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.row_factory = sqlite3.Row
            self.engine_faults = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
            self.engine_faults += [f"foreign key: {tuple(row)}" for row in connection.execute("PRAGMA foreign_key_check")]
            tables = {row["name"] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}

            def rows(sql):
                return connection.execute(sql).fetchall() if "activity" in tables else []

            self.activities = {row["id"]: row for row in rows("SELECT * FROM activity")}
            self.tasks = {row["id"]: row for row in rows("SELECT * FROM task ORDER BY activity_id, position")}
            self.needs = [(row["task_id"], row["needs_id"]) for row in rows("SELECT * FROM task_need")]
            self.events = rows("SELECT * FROM event ORDER BY activity_id, seq")
            self.heads = {row["id"]: row for row in rows("SELECT * FROM chain_head")}
