# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The real console on a desktop of its own: X, a bus, a window manager, a tray and dunst."""

import json
import os
import pathlib
import pwd
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/support"), str(ROOT / "src/python")]

from actd import Actd
from hms_act import Orchestrator, Task, Worker

TOKEN = "demo-sandbox-token"
LIMIT_S = 60
ICON_MAX = 64  # pixels: no window is as narrow

# What a person would choose from dunst's menu.
CHOOSE = "#!/bin/sh\nexec grep --max-count=1 -i acknowledge\n"
DUNSTRC = "[global]\n  dmenu = %s\n  origin = top-right\n  idle_threshold = 0\n"


def until(what, look, limit_s=LIMIT_S):
    """What `look` finds, as soon as it does."""
    end = time.monotonic() + limit_s
    pause = threading.Event()
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        pause.wait(0.05)
    raise AssertionError(f"{what}: not within {limit_s} s")


class Desktop:
    """Everything is a child of this process, and ended with it."""

    def __init__(self, folder, tray=True):
        self.folder = pathlib.Path(folder)
        self.children = []
        self.environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "XDG_CONFIG_HOME": str(self.folder), "LANG": "C.UTF-8"}
        read, write = os.pipe()
        self.start("Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp", pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as number:
            self.environment["DISPLAY"] = ":" + number.readline().strip()
        bus = self.start("dbus-daemon", "--session", "--nofork", "--print-address", stdout=subprocess.PIPE)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        chooser = self.folder / "choose"
        chooser.write_text(CHOOSE)
        chooser.chmod(0o755)
        (self.folder / "dunstrc").write_text(DUNSTRC % chooser)
        self.start("openbox")
        if not tray:
            return
        self.start("trayer", "--edge", "bottom", "--align", "right", "--widthtype", "request", "--height", "28")
        self.start("dunst", "-conf", str(self.folder / "dunstrc"))

    def start(self, *command, **options):
        options.setdefault("stdout", subprocess.DEVNULL)
        child = subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
        self.children.append(child)
        return child

    def end(self):
        for child in reversed(self.children):
            child.terminate()
        for child in self.children:
            child.wait(LIMIT_S)
            if child.stdout:
                child.stdout.close()

    def run(self, *command):
        answer = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=LIMIT_S)
        return answer.stdout.strip()

    def notifications(self):
        """How many dunst shows now."""
        shown = self.run("dunstctl", "count", "displayed")
        return int(shown) if shown.isdigit() else 0


    def icon(self):
        """Where the icon is in the tray: of the program's windows the small one."""
        for window in self.run("xdotool", "search", "--onlyvisible", "--class", "hms-act-console").split():
            lines = self.run("xdotool", "getwindowgeometry", "--shell", window).splitlines()
            shape = {key: int(number) for key, number in (line.split("=") for line in lines)}
            if shape["WIDTH"] < ICON_MAX:
                return str(shape["X"] + shape["WIDTH"] // 2), str(shape["Y"] + shape["HEIGHT"] // 2)
        return None


class ConsoleTest(unittest.TestCase):
    def begin(self, tray=True):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.desktop = Desktop(folder.name, tray)
        self.addCleanup(self.desktop.end)
        self.addCleanup(os.environ.update, dict(os.environ))
        os.environ.update(self.desktop.environment)
        if tray:
            until("dunst", lambda: self.desktop.run("dunstctl", "is-paused") == "false")
        (self.desktop.folder / "hms-act").mkdir()
        (self.desktop.folder / "hms-act/console.ini").write_text("[ui]\nkeepInTray=true\n")
        self.start()

    def start(self):
        self.console = Actd(os.environ["HMSACT_CONSOLE"], "--sandbox", "--no-sample", "--virtual-time",
                            "--db", f"sqlite://{self.desktop.folder}/test.db", log=f"{self.desktop.folder}/log")
        self.addCleanup(self.console.kill)
        self.orc = Orchestrator(token=TOKEN, url=self.console.wait_until_ready())
        self.addCleanup(self.orc.close)

    def advance(self, by):
        return self.ask("POST", "/sandbox/advance", {"by": by})

    def ask(self, method, path, body):
        request = urllib.request.Request(
            self.console.url + "/api/v1" + path, json.dumps(body).encode(),
            {"Authorization": "Bearer " + TOKEN, "Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=LIMIT_S) as answer:
            return json.load(answer)

    def late(self, name):
        """An activity whose one task is overdue."""
        activity = self.orc.activities.create(citizen_id="kim", intent=name, sla="5d")
        self.orc.tasks.enqueue(activity, [Task(name, sla="1h")])
        self.advance("61m")
        return activity

    def state(self, activity, name):
        return self.orc.tasks.status(activity, name).state

    def acknowledged(self):
        return [each for each in self.orc.alerts.list() if each.acknowledged_by]


class TrayTest(ConsoleTest):
    def setUp(self):
        self.begin()

    def test_acknowledged_by_dunst_the_later_steps_stop(self):
        self.orc.escalations.set_rule(
            name="two steps", when="sla_breach",
            steps=[{"then": "notify", "notify": ["console:supervisor"]}, {"after": "1h", "then": "hold"}])
        self.orc.workers.register(Worker("a", skills=["dig", "fill"]))
        first = self.late("dig")
        until("a notification", lambda: self.desktop.notifications() == 1)
        until("the tray's icon", self.desktop.icon)
        self.desktop.run("dunstctl", "context")
        alerts = until("the acknowledgement", self.acknowledged)
        self.assertEqual([each.activity_id for each in alerts], [first])
        until("it goes", lambda: self.desktop.notifications() == 0)
        second = self.late("fill")  # and nobody says anything
        until("another notification", lambda: self.desktop.notifications() == 1)
        self.advance("2h")
        self.assertEqual(self.state(second, "fill"), "ON_HOLD")
        self.assertEqual(self.state(first, "dig"), "PENDING")

    def test_the_icons_menu_acknowledges_all(self):
        self.orc.workers.register(Worker("a", skills=["dig", "fill"]))
        for name in ("dig", "fill"):
            self.late(name)
        until("the notifications", lambda: self.desktop.notifications() == 2)
        self.desktop.run("xdotool", "mousemove", *until("the tray's icon", self.desktop.icon), "click", "3")
        until("the menu", lambda: self.desktop.run(  # one more window, and wider than the icon
            "xdotool", "search", "--onlyvisible", "--class", "hms-act-console").count("\n") >= 2)
        self.desktop.run("xdotool", "key", "c")
        self.assertEqual(self.acknowledged(), [])  # it asks first
        window = until("the window", lambda: self.desktop.run("xdotool", "getactivewindow"))

        def is_answered():  # the key does nothing before there is a question
            self.desktop.run("xdotool", "key", "--window", window, "ctrl+Return")
            return len(self.acknowledged()) == 2

        until("the acknowledgements", is_answered)
        until("they go", lambda: self.desktop.notifications() == 0)


    def test_who_stays_after_all_is_kept_in_the_tray_by_the_next_close(self):
        def seen():
            return self.desktop.run("xdotool", "search", "--onlyvisible", "--name", "HMS-ACT").split()

        def press(*keys):
            for key in keys:
                self.desktop.run("xdotool", "key", key)

        icon = until("the tray's icon", self.desktop.icon)
        self.desktop.run("xdotool", "windowactivate", "--sync", until("the window", seen)[0])
        press("ctrl+8", "ctrl+n", "x")  # a rule that is not saved
        press("ctrl+q", "Return")  # asks first; Return says no
        press("alt+F4")
        self.assertTrue(seen())  # asks again
        press("ctrl+Return")
        until("the window goes", lambda: not seen())
        self.desktop.run("xdotool", "mousemove", *icon, "click", "1")
        until("the window comes back", seen)
        press("ctrl+q")  # nothing is unsaved
        self.assertEqual(self.console.process.wait(LIMIT_S), 0)


class WithoutTrayTest(ConsoleTest):
    def setUp(self):
        self.begin(tray=False)

    def activate(self):
        window = until("the window", lambda: self.desktop.run(
            "xdotool", "search", "--onlyvisible", "--name", "HMS-ACT").split())[0]
        self.desktop.run("xdotool", "windowactivate", "--sync", window)

    def test_whoever_is_listed_is_that_worker_from_the_next_start(self):
        self.orc.workers.register(Worker("alice", skills=["dig"]))
        login = pwd.getpwuid(os.getuid()).pw_name
        self.ask("PUT", "/users/" + login, {"role": "worker", "worker_id": "alice"})
        activity = self.orc.activities.create(citizen_id="kim", intent="dig", sla="5d")
        self.orc.tasks.enqueue(activity, [Task("dig", sla="1h")])
        self.console.stop()
        self.start()
        self.activate()
        self.desktop.run("xdotool", "key", "ctrl+2")  # my work
        until("the task is taken", lambda: self.desktop.run("xdotool", "key", "n")
              or self.state(activity, "dig") == "IN_PROGRESS")
        self.assertEqual(self.orc.tasks.status(activity, "dig").worker_id, "alice")

    def test_everything_is_in_the_window(self):
        self.orc.workers.register(Worker("a", skills=["dig", "fill"]))
        first = self.late("dig")
        self.activate()
        self.desktop.run("xdotool", "key", "ctrl+5")  # the alerts
        alerts = until("the acknowledgement", lambda: self.desktop.run("xdotool", "key", "space") or self.acknowledged())
        self.assertEqual([each.activity_id for each in alerts], [first])
        self.desktop.run("xdotool", "key", "alt+F4")  # it was to stay in the tray, but there is none: it does not go on unseen
        self.assertEqual(self.console.process.wait(LIMIT_S), 0)


if __name__ == "__main__":
    unittest.main()
