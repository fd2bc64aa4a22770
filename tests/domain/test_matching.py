# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How work spreads: 10,000 tasks over 30 workers against a solver that shares nothing with the program. It knows all tasks
beforehand and finds the fairest shares there are by maximum flow: the busiest worker as idle as can be, then the next, and so
on. HMSACT_SEED repeats a run."""

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
        lines = [str(seed)]
        for worker, (capacity, skills) in staff.items():
            lines.append(f"worker {worker} {capacity} " + " ".join(f"{skill}={level}" for skill, level in skills.items()))
        lines += [f"task {skill}" for skill in work]
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


if __name__ == "__main__":
    unittest.main()
