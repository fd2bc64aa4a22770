queue = orc.queue.list(activity_id)
for t in queue:
    print(t.name, t.status)
