# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The catalogue has every word of the sources, and has it where the program looks for it."""

import collections
import os
import pathlib
import re
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

    def test_the_window_groups_every_number(self):
        for source in (ROOT / "src/console").glob("*.cpp"):
            self.assertNotIn("%n", source.read_text(encoding="utf-8"), source.name)  # %Ln does

    def test_hold_pause_and_wait_are_three_words_in_spanish(self):
        """A person suspends a task, its clock is paused, and it waits for others: each has a word of its own."""
        stems = {"suspen": r"\bhold\b", "paus": r"\bpaus|\bbreak", "en espera": r"^Waiting"}
        for message in Xml.parse(ROOT / "translations/hms-act_es.ts").iter("message"):
            source = message.findtext("source")
            said = " ".join(message.find("translation").itertext()).lower()
            for stem, meant in stems.items():
                if stem in said:
                    self.assertRegex(source, re.compile(meant, re.IGNORECASE), said)
            if re.search(r"\bon hold\b", source):
                self.assertIn("suspen", said, source)

    def test_one_word_is_one_word_in_spanish(self):
        several = {"Done", "On hold", "Open", "Waiting"}  # of other things, or another part of speech
        said = collections.defaultdict(set)
        for message in Xml.parse(ROOT / "translations/hms-act_es.ts").iter("message"):
            words = "".join(message.find("translation").itertext()).replace("&", "").split()
            said[message.findtext("source").replace("&", "")].add(" ".join(words))
        self.assertEqual({source: words for source, words in said.items() if len(words) > 1 and source not in several}, {})
        self.assertEqual([source for source in several if len(said[source]) < 2], [])

    def test_the_letter_of_a_word_is_one_of_it(self):
        """Alt with a letter: it is marked in the word, not told behind it in brackets."""
        for message in Xml.parse(ROOT / "translations/hms-act_es.ts").iter("message"):
            self.assertNotRegex(" ".join(message.find("translation").itertext()), r"\(&\w\)")


if __name__ == "__main__":
    unittest.main()
