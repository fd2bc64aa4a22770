# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: Apache-2.0
"""Builds the hms-act package with nothing but the standard library (PEP 517 and PEP 660).

A pure Python wheel is a zip file with three text files about itself; writing it here spares every user a
network connection, setuptools and wheel. The archives are reproducible: same tree, same bytes.
"""

import base64
import gzip
import hashlib
import io
import os
import re
import tarfile
import time
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PACKAGE = "hms_act"
SDIST_FILES = ("pyproject.toml", "README.md", "LICENSE", "backend/hms_act_build.py")


def get_requires_for_build_wheel(config_settings=None):
    return []


get_requires_for_build_sdist = get_requires_for_build_wheel
get_requires_for_build_editable = get_requires_for_build_wheel


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    return _write_wheel(wheel_directory, {name: _read(name) for name in _package_files()})


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    pointer = (ROOT + "\n").encode()
    return _write_wheel(wheel_directory, {"__editable__.hms_act.pth": pointer})


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    info = _dist_info()
    os.makedirs(os.path.join(metadata_directory, info), exist_ok=True)
    for name, content in _metadata_files().items():
        with open(os.path.join(metadata_directory, name), "wb") as file:
            file.write(content)
    return info


prepare_metadata_for_build_editable = prepare_metadata_for_build_wheel


def build_sdist(sdist_directory, config_settings=None):
    base = "hms_act-" + _version()
    files = {name: _read(name) for name in list(SDIST_FILES) + _package_files()}
    files["PKG-INFO"] = _metadata()
    path = os.path.join(sdist_directory, base + ".tar.gz")
    with open(path, "wb") as file, gzip.GzipFile("", "wb", fileobj=file, mtime=_timestamp()) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
            for name, content in sorted(files.items()):
                member = tarfile.TarInfo(base + "/" + name)
                member.size = len(content)
                member.mtime = _timestamp()
                archive.addfile(member, io.BytesIO(content))
    return os.path.basename(path)


def _write_wheel(directory, files):
    name = "hms_act-%s-py3-none-any.whl" % _version()
    contents = dict(files)
    contents.update(_metadata_files())
    record = _dist_info() + "/RECORD"
    lines = ["%s,sha256=%s,%d" % (path, _digest(data), len(data)) for path, data in sorted(contents.items())]
    contents[record] = ("\n".join(lines + [record + ",,"]) + "\n").encode()
    moment = time.gmtime(max(_timestamp(), 315532800))[:6]  # zip cannot hold a year before 1980
    with zipfile.ZipFile(os.path.join(directory, name), "w") as archive:
        for path, data in sorted(contents.items()):
            member = zipfile.ZipInfo(path, moment)
            member.external_attr = 0o644 << 16
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, data)
    return name


def _metadata_files():
    info = _dist_info()
    return {
        info + "/METADATA": _metadata(),
        info + "/WHEEL": b"Wheel-Version: 1.0\nGenerator: hms_act_build\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        info + "/LICENSE": _read("LICENSE"),
    }


def _metadata():
    head = [
        "Metadata-Version: 2.1",
        "Name: hms-act",
        "Version: " + _version(),
        "Summary: Client of HMS-ACT, the activity orchestrator and task queue",
        "Author: The HMS-ACT authors",
        "License: Apache-2.0",
        "Requires-Python: >=3.9",
        "Description-Content-Type: text/markdown",
    ]
    return ("\n".join(head) + "\n\n").encode() + _read("README.md")


def _version():
    return re.search(r'__version__ = "([^"]+)"', _read(PACKAGE + "/_version.py").decode()).group(1)


def _dist_info():
    return "hms_act-%s.dist-info" % _version()


def _package_files():
    names = os.listdir(os.path.join(ROOT, PACKAGE))
    return sorted(PACKAGE + "/" + name for name in names if name.endswith(".py") or name == "py.typed")


def _read(name):
    with open(os.path.join(ROOT, name), "rb") as file:
        return file.read()


def _digest(data):
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def _timestamp():
    return int(os.environ.get("SOURCE_DATE_EPOCH", "315532800"))
