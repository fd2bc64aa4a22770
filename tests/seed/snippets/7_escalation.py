orc.escalations.set_rule(
    when="sla_breach",
    then="reassign",
    to="backup_worker_pool",
    notify=["sms:+1-202-555-0123", "slack:#ops-alerts"]
)
