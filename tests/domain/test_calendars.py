# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Working time against an oracle that shares nothing with the program: it asks zoneinfo what the wall shows in each quarter
of an hour of some years, and adds up. 10,000 cases; HMSACT_SEED repeats a run."""

import bisect
import datetime
import itertools
import json
import os
import random
import subprocess
import unittest
import zoneinfo

QUARTER_MS = 15 * 60 * 1000
HOUR_MS = 4 * QUARTER_MS
CALENDARS = 50
CASES = 200  # of each
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ZONES = (
    "America/New_York", "America/Los_Angeles", "Europe/Berlin", "Europe/Dublin", "Europe/London", "Australia/Lord_Howe",
    "Australia/Sydney", "Pacific/Chatham", "Pacific/Apia", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Tehran",
    "America/St_Johns", "America/Asuncion", "America/Santiago", "Africa/Casablanca", "Africa/Cairo", "Asia/Gaza",
    "Europe/Istanbul", "America/Havana", "Atlantic/Azores", "Antarctica/Troll", "Pacific/Kiritimati", "UTC",
)


def clock(quarter):
    return f"{quarter // 4:02}:{quarter % 4 * 15:02}"


def any_calendar(chance, year):
    week = {}
    while not week:
        for day in DAYS:
            edges = sorted(chance.sample(range(97), 2 * chance.choice((0, 1, 1, 2, 2, 3))))
            if edges:
                week[day] = list(zip(edges[::2], edges[1::2]))
    first = datetime.date(year, 1, 1)
    holidays = sorted({first + datetime.timedelta(chance.randrange(700)) for _ in range(chance.randrange(40))})
    return {"zone": chance.choice(ZONES), "week": week, "holidays": holidays}


def as_json(calendar):
    return json.dumps({
        "name": "drawn",
        "time_zone": calendar["zone"],
        "hours": {day: [f"{clock(a)}-{clock(b)}" for a, b in spans] for day, spans in calendar["week"].items()},
        "holidays": [{"date": day.isoformat()} for day in calendar["holidays"]],
    })


class Oracle:
    """Sums of working time up to each quarter of an hour from `start_ms` on."""

    def __init__(self, calendar, start_ms, quarters):
        zone = zoneinfo.ZoneInfo(calendar["zone"])
        free = set(calendar["holidays"])
        working = {day: set(itertools.chain.from_iterable(range(a, b) for a, b in spans))
                   for day, spans in calendar["week"].items()}
        self.start_ms = start_ms
        self.sums = [0]
        for number in range(quarters):
            wall = datetime.datetime.fromtimestamp((start_ms + number * QUARTER_MS) / 1000, zone)
            quarter = wall.hour * 4 + wall.minute // 15
            works = quarter in working.get(DAYS[wall.weekday()], ()) and wall.date() not in free
            self.sums.append(self.sums[-1] + (QUARTER_MS if works else 0))

    def until(self, at_ms):
        number, rest = divmod(at_ms - self.start_ms, QUARTER_MS)
        works = self.sums[number + 1] > self.sums[number]
        return self.sums[number] + (rest if works else 0)

    def after(self, at_ms, work_ms):
        """The earliest instant; None when it is beyond what was drawn."""
        if work_ms == 0:
            return at_ms
        wanted = self.until(at_ms) + work_ms
        number = bisect.bisect_left(self.sums, wanted)
        if number == len(self.sums):
            return None
        return self.start_ms + (number - 1) * QUARTER_MS + wanted - self.sums[number - 1]

    def before(self, at_ms, work_ms):
        if work_ms == 0:
            return at_ms
        wanted = self.until(at_ms) - work_ms
        if wanted < 0:
            return None
        number = bisect.bisect_right(self.sums, wanted) - 1
        return self.start_ms + number * QUARTER_MS + wanted - self.sums[number]


class Calendars(unittest.TestCase):
    def test_ten_thousand_cases_none_different(self):
        seed = int(os.environ.get("HMSACT_SEED", random.randrange(2**32)))
        print("HMSACT_SEED", seed)
        chance = random.Random(seed)
        lines, expected = [], []
        for _ in range(CALENDARS):
            year = chance.randrange(2012, 2060)  # until 2011 St. John's changed its clocks at 00:01, within a quarter
            calendar = any_calendar(chance, year)
            start_ms = int(datetime.datetime(year, 1, 1, tzinfo=datetime.timezone.utc).timestamp()) * 1000
            quarters = 700 * 96
            oracle = Oracle(calendar, start_ms, quarters)
            lines.append(as_json(calendar))
            cases = 0
            while cases < CASES:
                at_ms = start_ms + chance.randrange(100 * 24 * HOUR_MS, 600 * 24 * HOUR_MS)
                if chance.random() < 0.3:
                    at_ms -= at_ms % QUARTER_MS  # right on the edges
                work_ms = chance.choice((chance.randrange(HOUR_MS), chance.randrange(100 * HOUR_MS),
                                         chance.randrange(400) * QUARTER_MS))
                after, before = oracle.after(at_ms, work_ms), oracle.before(at_ms, work_ms)
                if after is None or before is None:
                    work_ms = chance.randrange(HOUR_MS)
                    after, before = oracle.after(at_ms, work_ms), oracle.before(at_ms, work_ms)
                if after is None or before is None:
                    at_ms = start_ms + 350 * 24 * HOUR_MS
                    work_ms = 0
                    after = before = at_ms
                between = oracle.until(at_ms + work_ms) - oracle.until(at_ms - work_ms)
                lines.append(f"{at_ms} {work_ms}")
                expected.append((calendar["zone"], at_ms, work_ms, f"{after} {before} {between}"))
                cases += 1
        answers = subprocess.run([os.environ["HMSACT_CALENDAR_ANSWERS"]], input="\n".join(lines) + "\n", text=True,
                                 stdout=subprocess.PIPE, check=True).stdout.splitlines()
        self.assertEqual(len(answers), CALENDARS * CASES)
        different = [(case, answer) for case, answer in zip(expected, answers) if case[3] != answer]
        self.assertEqual(different[:5], [], f"{len(different)} of {len(answers)} differ, seed {seed}")


if __name__ == "__main__":
    unittest.main()
