# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""session.py SNIPPET…: runs the snippets one after the other in one session, as a reader of the text would, and prints
one JSON object: per snippet what it printed, and at the end what the server says of the activity and the workers."""

import contextlib
import io
import json
import pathlib
import sys

from hms_act import HmsActError


def main(files):
    session = {}
    printed = {}
    refusal = None
    for file in map(pathlib.Path, files):
        output = io.StringIO()
        try:
            with contextlib.redirect_stdout(output):
                exec(compile(file.read_text(encoding="utf-8"), file.name, "exec"), session)
        except HmsActError as error:
            refusal = {"snippet": file.stem, "type": type(error).__name__, "text": str(error)}
        printed[file.stem] = output.getvalue()
    orc = session["orc"]
    tasks = {task.name: task.status for task in orc.queue.list(session["activity_id"])}
    workers = {worker.id: [worker.name, str(worker.kind), worker.channel] for worker in orc.workers.list()}
    rules = ["built in" if rule["built_in"] else rule["name"] for rule in orc.escalations.rules()]
    print(json.dumps({"rules": rules, "printed": printed, "refusal": refusal, "tasks": tasks, "workers": workers}))


if __name__ == "__main__":
    main(sys.argv[1:])
