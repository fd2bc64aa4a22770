# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How work spreads: 10,000 tasks over 30 workers against a solver that shares nothing with the program. It knows all tasks
beforehand and finds the fairest shares there are by maximum flow: the busiest worker as idle as can be, then the next, and so
on. And how it spreads where each task is done before the next one comes. HMSACT_SEED repeats a run."""

import collections
import os
import random
import subprocess
import unittest

SKILLS = ("permits", "records", "housing", "benefits", "zoning", "licences")
TASKS = 10_000
PROFILES = 6  # of five equal workers each
FINE = 1000  # shares of the capacity, in thousandths


def any_staff(chance, levels):
    """→ {id: (capacity, {skill: level})}; the five of one letter are equal. Each skill is in two profiles at least."""
    staff = {}
    for number in range(PROFILES):
        skills = {SKILLS[number], SKILLS[(number + 1) % len(SKILLS)], *chance.sample(SKILLS, chance.randrange(3))}
        profile = {skill: chance.choice(levels) for skill in sorted(skills)}
        capacity = chance.choice((400, 500, 700, 1000))
        for each in range(5):
            staff["abcdef"[number] + str(each)] = (capacity, profile)
    return staff


def flow(staff, demand, share):
    """Sends as much of the demand as fits when worker w takes share[w] thousandths of its capacity. All in thousandths of a
    task. → (what was sent, {(skill, worker): amount})"""
    room = {worker: capacity * share[worker] for worker, (capacity, _) in staff.items()}
    left = {skill: count * FINE for skill, count in demand.items()}
    sent = collections.Counter()
    while True:
        # Breadth first from any skill that has demand left, forwards to workers, backwards along what was sent.
        came = {skill: None for skill in left if left[skill] > 0}
        queue = collections.deque(came)
        end = None
        while queue and end is None:
            node = queue.popleft()
            if node in left:
                for worker, (_, skills) in staff.items():
                    if node in skills and worker not in came:
                        came[worker] = node
                        if room[worker] > 0:
                            end = worker
                            break
                        queue.append(worker)
            else:
                for skill in staff[node][1]:
                    if skill in left and sent[skill, node] > 0 and skill not in came:
                        came[skill] = node
                        queue.append(skill)
        if end is None:
            return sum(sent.values()), sent, came
        steps, node = [], end
        while came[node] is not None:
            steps.append((came[node], node))
            node = came[node]
        amount = min([room[end], left[node]] + [sent[b, a] for a, b in steps if b in left])
        room[end] -= amount
        left[node] -= amount
        for a, b in steps:
            if a in left:
                sent[a, b] += amount
            else:
                sent[b, a] -= amount


def fairest(staff, demand):
    """→ how many tasks each worker has in the fairest spread."""
    total = sum(demand.values()) * FINE
    settled = {}
    while len(settled) < len(staff):
        low, high = 0, FINE
        shares = lambda top: {worker: settled.get(worker, top) for worker in staff}
        while low < high:  # the smallest share of those not settled that lets everything through
            middle = (low + high) // 2
            if flow(staff, demand, shares(middle))[0] == total:
                high = middle
            else:
                low = middle + 1
        # Who is full in every such flow: a little less for them, and something is left over that reaches only them.
        _, _, reached = flow(staff, demand, shares(low - 1)) if low > 0 else (0, {}, staff)
        tight = [worker for worker in staff if worker not in settled and worker in reached]
        for worker in tight or [worker for worker in staff if worker not in settled]:
            settled[worker] = low
    return {worker: staff[worker][0] * settled[worker] / FINE for worker in staff}


class Spread(unittest.TestCase):
    def setUp(self):
        self.seed = int(os.environ.get("HMSACT_SEED", "4711"))

    def assigned(self, staff, work, seed):
        return self.answers(staff, [f"task {skill}" for skill in work], seed)

    def answers(self, staff, happenings, seed):
        lines = [str(seed)]
        for worker, (capacity, skills) in staff.items():
            lines.append(f"worker {worker} {capacity} " + " ".join(f"{skill}={level}" for skill, level in skills.items()))
        lines += happenings
        done = subprocess.run([os.environ["HMSACT_MATCHING_ANSWERS"]], input="\n".join(lines) + "\n", text=True,
                              capture_output=True, check=True, timeout=120)
        return done.stdout.split()

    def work(self, chance):
        weights = [chance.choice((1, 2, 3)) for _ in SKILLS]
        return chance.choices(SKILLS, weights, k=TASKS)

    def test_equals_come_within_a_tenth_of_the_fairest_spread(self):
        for seed in range(self.seed, self.seed + 3):
            with self.subTest(seed=seed):
                chance = random.Random(seed)
                staff = any_staff(chance, (3,))
                work = self.work(chance)
                answers = self.assigned(staff, work, seed)
                loads = collections.Counter(answers)
                self.assertNotIn("-", loads)
                ideal = fairest(staff, collections.Counter(work))
                for worker in staff:
                    self.assertLess(abs(loads[worker] - ideal[worker]), ideal[worker] / 10, (worker, loads, ideal))

    def test_nobody_starves_and_equals_share_where_levels_differ(self):
        chance = random.Random(self.seed)
        staff = any_staff(chance, (1, 2, 3, 4, 5))
        loads = collections.Counter(self.assigned(staff, self.work(chance), self.seed))
        self.assertNotIn("-", loads)
        for letter in "abcdef":
            equals = [loads[worker] for worker in staff if worker[0] == letter]
            self.assertGreater(min(equals), 0)
            self.assertLess(max(equals) - min(equals), sum(equals) / len(equals) / 10)
        for worker, (capacity, _) in staff.items():
            self.assertLessEqual(loads[worker], capacity)

    def test_the_same_seed_gives_the_same_assignments(self):
        chance = random.Random(self.seed)
        staff = any_staff(chance, (3,))
        work = self.work(chance)
        first = self.assigned(staff, work, 1)
        self.assertEqual(self.assigned(staff, work, 1), first)
        self.assertNotEqual(self.assigned(staff, work, 2), first)

    def day(self, chance, count, skill="permits", pause=600_000):
        """Tasks that are done one after the other: some take longer, some are late, some fail."""
        happenings = []
        for _ in range(count):
            took = int(chance.lognormvariate(12, 0.5))  # some three minutes
            end = chance.choices((f"done {took}", f"late {took}", "failed"), (94, 3, 3))[0]
            happenings += [f"task {skill}", end, f"after {pause}"]
        return happenings

    def test_equals_take_turns_where_each_task_is_done_before_the_next_comes(self):
        for capacity, pause in ((1, 600_000), (10, 600_000), (50, 600_000), (50, 10_000), (50, 24 * 3600_000)):
            with self.subTest(capacity=capacity, pause=pause):
                staff = {f"w{i}": (capacity, {"permits": 3}) for i in range(6)}
                answers = self.answers(staff, self.day(random.Random(self.seed), 1200, pause=pause), self.seed)
                loads = collections.Counter(answers)
                for worker in staff:
                    self.assertLess(abs(loads[worker] - 200), 20, loads)
                self.assertEqual(set(answers[:6]), set(staff), "each has had one before anybody has a second")

    def test_equals_share_what_is_done_at_once_where_many_are_of_mixed_skills(self):
        chance = random.Random(self.seed)
        staff = any_staff(chance, (3,))
        staff = {worker: (20, skills) for worker, (_, skills) in staff.items()}
        happenings = []
        for skill in self.work(chance)[:6000]:
            happenings += self.day(chance, 1, skill, 60_000)
        loads = collections.Counter(self.answers(staff, happenings, self.seed))
        self.assertNotIn("-", loads)
        for letter in "abcdef":
            equals = [loads[worker] for worker in staff if worker[0] == letter]
            ideal = sum(equals) / len(equals)
            self.assertLess(max(abs(load - ideal) for load in equals), ideal / 10, loads)

    def test_thirty_take_turns_and_none_of_them_is_left_behind(self):
        staff = {f"w{i:02}": (50, {"permits": 3}) for i in range(30)}
        loads = collections.Counter(self.answers(staff, self.day(random.Random(self.seed), 6000), self.seed))
        for worker in staff:
            self.assertLess(abs(loads[worker] - 200), 20, loads)

    def test_who_is_better_comes_first_whose_turn_ever_it_is(self):
        staff = {"best": (10, {"permits": 5})} | {f"w{i}": (10, {"permits": 4}) for i in range(5)}
        answers = self.answers(staff, self.day(random.Random(self.seed), 600), self.seed)
        self.assertGreater(answers.count("best"), 580)

    def test_who_is_new_or_comes_back_has_its_turn_and_no_more(self):
        staff = {f"w{i}": (10, {"permits": 3, "records": 3}) for i in range(5)} | {"new": (10, {"permits": 3})}
        happenings = self.day(random.Random(self.seed), 600, "records") + self.day(random.Random(self.seed), 1200)
        answers = self.answers(staff, happenings, self.seed)
        self.assertNotIn("new", answers[:600])
        for count in (6, 60, 1200):
            self.assertLessEqual(abs(answers[600:600 + count].count("new") - count / 6), max(1, count / 60))

    def test_turns_are_the_same_with_the_same_seed(self):
        staff = {f"w{i}": (10, {"permits": 3}) for i in range(6)}
        work = self.day(random.Random(self.seed), 300)
        first = self.answers(staff, work, 1)
        self.assertEqual(self.answers(staff, work, 1), first)
        self.assertNotEqual(self.answers(staff, work, 2), first)


if __name__ == "__main__":
    unittest.main()
