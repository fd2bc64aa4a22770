# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The package installs from a copy of its folder alone: no network, no setuptools, no wheel."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
import venv
import zipfile

SOURCE = os.environ.get("HMS_ACT_PYTHON_SOURCE") or os.path.join(
    os.path.dirname(os.path.abspath(__file__)), "..", "..", "src", "python"
)
ASK = "import hms_act, importlib.metadata as m; print(hms_act.__file__); print(m.version('hms-act'), hms_act.__version__)"


class PackageTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.copy = os.path.join(self.folder, "python")
        shutil.copytree(SOURCE, self.copy, ignore=shutil.ignore_patterns("__pycache__"))

    def environment(self):
        home = os.path.join(self.folder, "venv")
        venv.create(home, with_pip=True)
        python = os.path.join(home, "bin", "python")
        # What a newer Python does not bring and a bare one does not have must not be needed.
        self.run_ok([python, "-m", "pip", "uninstall", "-q", "-y", "setuptools", "wheel"])
        return python

    def programs_version(self):
        with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "CMakeLists.txt")) as file:
            return re.search(r"project\(HmsAct VERSION (\S+)", file.read()).group(1)

    def run_ok(self, command):
        clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
        clean.update(PIP_NO_INDEX="1", PIP_DISABLE_PIP_VERSION_CHECK="1")
        done = subprocess.run(command, env=clean, cwd=self.folder, text=True, capture_output=True, timeout=200)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def test_installs_and_installs_editable(self):
        python = self.environment()
        self.run_ok([python, "-m", "pip", "install", "-q", self.copy])
        where, versions = self.run_ok([python, "-c", ASK]).splitlines()
        self.assertIn("site-packages", where)
        self.assertEqual(set(versions.split()), {self.programs_version()})
        self.assertTrue(os.path.exists(os.path.join(os.path.dirname(where), "py.typed")))
        self.run_ok([python, "-m", "pip", "check"])

        self.run_ok([python, "-m", "pip", "install", "-q", "--force-reinstall", "-e", self.copy])
        where, versions = self.run_ok([python, "-c", ASK]).splitlines()
        self.assertEqual(os.path.dirname(os.path.dirname(where)), os.path.realpath(self.copy))
        self.run_ok([python, "-m", "pip", "uninstall", "-q", "-y", "hms-act"])

    def test_archives_are_complete_and_the_same_every_time(self):
        program = "import sys; sys.path.insert(0, sys.argv[1]); import hms_act_build as b; print(getattr(b, sys.argv[2])(sys.argv[3]))"
        for kind in ("build_wheel", "build_sdist"):
            contents = []
            for turn in ("1", "2"):
                out = os.path.join(self.folder, kind + turn)
                os.mkdir(out)
                name = self.run_ok([sys.executable, "-c", program, os.path.join(self.copy, "backend"), kind, out]).strip()
                with open(os.path.join(out, name), "rb") as file:
                    contents.append(file.read())
            path = os.path.join(out, name)
            self.assertEqual(contents[0], contents[1])
            if kind == "build_wheel":
                with zipfile.ZipFile(path) as archive:
                    names = archive.namelist()
                    self.assertIsNone(archive.testzip())
            else:
                with tarfile.open(path) as archive:
                    names = [name.split("/", 1)[1] for name in archive.getnames()]
                self.assertIn("pyproject.toml", names)
            for module in os.listdir(os.path.join(SOURCE, "hms_act")):
                if module.endswith(".py") or module == "py.typed":
                    self.assertIn("hms_act/" + module, names)


if __name__ == "__main__":
    unittest.main()
