# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The product's text, taken at its word: its Python snippets, byte for byte, with the client installed by pip into a
fresh environment, against hms-actd --sandbox --no-sample (HMSACT_ACTD names the program)."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from actd import Actd

CLIENT = HERE.parents[1] / "src" / "python"
WORKING = ["3_2_submit", "3_3_peek", "3_4_complete", "6_human_clerk"]
LIMIT_S = 180


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          timeout=LIMIT_S, check=False, **options)
    if done.returncode != 0:
        raise AssertionError(f"{command} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done.stdout


class Snippets(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        shutil.copytree(CLIENT, cls.folder / "client")  # that folder alone is all pip gets, and pip may write into it
        run(sys.executable, "-m", "venv", cls.folder / "venv")
        cls.python = cls.folder / "venv" / "bin" / "python"
        run(cls.python, "-m", "pip", "install", "--no-index", "--disable-pip-version-check", cls.folder / "client",
            cwd=cls.folder)

    def session(self, snippets):
        with Actd(os.environ["HMSACT_ACTD"], "--sandbox", "--no-sample", log=self.folder / "actd.log") as actd:
            url = actd.wait_until_ready()
            surroundings = {key: value for key, value in os.environ.items() if not key.startswith(("HMS_ACT_", "PYTHON"))}
            answer = run(self.python, HERE / "session.py", *(HERE / "snippets" / f"{name}.py" for name in snippets),
                         cwd=self.folder, env={**surroundings, "HMS_ACT_URL": url})
            actd.stop()
        return json.loads(answer)

    def test_the_first_workflow(self):
        told = self.session(WORKING)
        self.assertIsNone(told["refusal"])
        self.assertRegex(told["printed"]["3_2_submit"], r"\AActivity queued: act-[0-9a-z]{13}\n\Z")
        self.assertEqual(told["printed"]["3_3_peek"],
                         "verify_identity PENDING\n"
                         "fetch_vaccine_log WAITING(for:verify_identity)\n"
                         "generate_pdf WAITING\n"
                         "ship_physical OPTIONAL\n")
        self.assertEqual(told["printed"]["3_4_complete"], "")
        self.assertEqual(told["tasks"], {"verify_identity": "COMPLETED", "fetch_vaccine_log": "PENDING",
                                         "generate_pdf": "WAITING(for:fetch_vaccine_log)", "ship_physical": "OPTIONAL"})
        self.assertEqual(told["printed"]["6_human_clerk"], "")
        self.assertEqual(told["workers"], {"alice-county-clerk": ["Alice (County Clerk)", "human", "email:alice@county.gov"]})

    def test_the_rule_of_ten_lines(self):
        told = self.session([*WORKING, "7_escalation"])
        self.assertIsNone(told["refusal"])
        self.assertEqual(told["rules"], ["built in", "sla_breach: reassign to backup_worker_pool"])


if __name__ == "__main__":
    unittest.main()
