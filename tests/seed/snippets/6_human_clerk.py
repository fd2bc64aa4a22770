from hms_act import Worker

clerk = Worker(
    name="Alice (County Clerk)",
    skills=["ship_physical"],
    channel="email:alice@county.gov"
)

orc.workers.register(clerk)
