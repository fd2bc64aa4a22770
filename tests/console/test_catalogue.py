# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The catalogue has every word of the sources, and has it where the program looks for it."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as Xml

ROOT = pathlib.Path(__file__).resolve().parents[2]
SPOKEN = [f"src/{folder}" for folder in ("domain", "store", "engine", "notify", "api", "console")] + ["ui"]


def words(catalogue):
    return {(context.findtext("name"), message.findtext("source"))
            for context in Xml.parse(catalogue).iter("context") for message in context.iter("message")}


class Catalogue(unittest.TestCase):
    def test_every_word_stands_in_its_context(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("hms-act_en.ts", "hms-act_es.ts"):
                with self.subTest(name):
                    stored = ROOT / "translations" / name
                    fresh = pathlib.Path(shutil.copy(stored, folder))
                    subprocess.run([os.environ["HMSACT_LUPDATE"], "-silent", "-no-obsolete", "-I", "src", *SPOKEN, "-ts", fresh],
                                   cwd=ROOT, check=True, capture_output=True)
                    self.assertGreater(len(words(fresh)), 1000)
                    self.assertEqual(words(fresh) ^ words(stored), set())


if __name__ == "__main__":
    unittest.main()
