from hms_act import Orchestrator, Task

orc = Orchestrator(token="demo-sandbox-token")

# 1) Describe the end-to-end activity
activity_id = orc.activities.create(
    citizen_id="sandbox-jordan-77",
    intent="replace_vaccine_card",
    sla="48h"
)

# 2) Register ordered tasks
orc.tasks.enqueue(activity_id, [
    Task("verify_identity",   sla="2h"),
    Task("fetch_vaccine_log", sla="4h"),
    Task("generate_pdf",      sla="1h",  needs=["fetch_vaccine_log"]),
    Task("ship_physical",     sla="24h", optional=True)
])

print("Activity queued:", activity_id)
