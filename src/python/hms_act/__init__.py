# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: Apache-2.0
"""Client of HMS-ACT, the activity orchestrator and task queue. Pure standard library.

    from hms_act import Orchestrator, Task

    orc = Orchestrator(token="demo-sandbox-token")
    activity_id = orc.activities.create(citizen_id="jordan-77", intent="replace_vaccine_card", sla="48h")
    orc.tasks.enqueue(activity_id, [Task("verify_identity", sla="2h")])
"""

from ._version import __version__
from .errors import (
    ApiError,
    AuthError,
    ConflictError,
    FieldError,
    ForbiddenError,
    HmsActError,
    NotFoundError,
    NotSupportedByServer,
    RateLimited,
    ServerError,
    ServerUnavailable,
    TransportError,
    UnexpectedAnswer,
    UsageError,
    ValidationError,
)
from .models import Activity, Alert, Artefact, Blocker, Lease, Notification, Page, Task, Worker
from .orchestrator import Orchestrator
from .stream import Stream, StreamEvent
from .workerloop import Abstained, Job, TaskFailed, TaskLost, WorkerLoop

__all__ = [
    "Abstained",
    "Activity",
    "Alert",
    "ApiError",
    "Artefact",
    "AuthError",
    "Blocker",
    "ConflictError",
    "FieldError",
    "ForbiddenError",
    "HmsActError",
    "Job",
    "Lease",
    "NotFoundError",
    "NotSupportedByServer",
    "Notification",
    "Orchestrator",
    "Page",
    "RateLimited",
    "ServerError",
    "ServerUnavailable",
    "Stream",
    "StreamEvent",
    "Task",
    "TaskFailed",
    "TaskLost",
    "TransportError",
    "UnexpectedAnswer",
    "UsageError",
    "ValidationError",
    "Worker",
    "WorkerLoop",
    "__version__",
]
