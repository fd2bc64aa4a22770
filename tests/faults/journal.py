# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The client's side of the record: what it was told is done, and whether the database still knows.

    {"did": "create", "key": "k1", "activity": "act-…"}              an idempotency key and the activity it made
    {"did": "enqueue", "activity": "act-…", "tasks": {"a": "tsk-…"}}
    {"did": "reserve", "task": "tsk-…", "token": 3, "worker": "w1"}
    {"did": "complete", "task": "tsk-…", "token": 3, "worker": "w1"}
"""

import collections
import json

from database import number


def check_journal(snapshot, replay, acknowledged):
    holders = collections.defaultdict(set)
    made_by = collections.defaultdict(set)
    for entry in acknowledged:
        did = entry["did"]
        if did == "create":
            made_by[entry["key"]].add(entry["activity"])
            yield from _created(snapshot, entry)
        elif did == "enqueue":
            yield from _enqueued(snapshot, entry)
        elif did == "reserve":
            holders[(entry["task"], entry["token"])].add(entry["worker"])
            yield from _reserved(snapshot, replay, entry)
        elif did == "complete":
            yield from _completed(snapshot, replay, entry)
    for (task, token), workers in holders.items():
        if len(workers) > 1:
            yield f"task {task}: lease {token} was given to {sorted(workers)}"
    for key, activities in made_by.items():
        if len(activities) > 1:
            yield f"the idempotency key {key} was answered with {sorted(activities)}"
    yield from _made_twice(snapshot)


def _created(snapshot, entry):
    activity = snapshot.activities.get(number(entry["activity"]))
    if activity is None:
        yield f"lost: {entry}"
    elif json.loads(activity["metadata"]).get("key") != entry["key"]:
        yield f"not as acknowledged: {entry}, stored {activity['metadata']}"


def _enqueued(snapshot, entry):
    for name, task in entry["tasks"].items():
        row = snapshot.tasks.get(number(task))
        if row is None:
            yield f"lost: {entry['did']} of {task} ({name})"
        elif (row["name"], row["activity_id"]) != (name, number(entry["activity"])):
            yield f"not as acknowledged: {task} is {row['name']} of {row['activity_id']}"


def _reserved(snapshot, replay, entry):
    task = snapshot.tasks.get(number(entry["task"]))
    if task is None or entry["token"] not in replay.tokens[task["id"]]:
        yield f"lost: {entry}"


def _completed(snapshot, replay, entry):
    task = snapshot.tasks.get(number(entry["task"]))
    if task is None or task["state"] != "COMPLETED" or replay.completions[task["id"]] != 1:
        yield f"lost: {entry}, the task is {task['state'] if task else 'not there'}"
    elif task["worker_id"] != entry["worker"] or task["lease_epoch"] != entry["token"]:
        yield f"not as acknowledged: {entry}, completed by {task['worker_id']} with lease {task['lease_epoch']}"


def _made_twice(snapshot):
    keys = collections.Counter()
    for activity in snapshot.activities.values():
        key = json.loads(activity["metadata"]).get("key")
        if key is not None:
            keys[key] += 1
    for key, count in keys.items():
        if count > 1:
            yield f"the idempotency key {key} made {count} activities"
