orc.tasks.complete(activity_id, "verify_identity", worker_id="bot-dmv-3")
