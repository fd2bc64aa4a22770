# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which folder of src/ may include which: the table of src/README.md."""

import re

import cpp
import tree

ALL = {"domain", "store", "engine", "notify", "api", "client", "console", "cli", "app"}
MAY_INCLUDE = {
    "domain": set(),
    "store": {"domain"},
    "engine": {"domain", "store"},
    "notify": {"domain", "engine"},
    "api": {"domain", "engine"},
    "client": set(),
    "console": {"domain", "engine"},
    "cli": {"domain", "store", "engine", "client"},
    "app": ALL,
}
# Headers from outside that have one home, and the folders that are it.
HOMES = [
    (r"<(QtSql/|QSql)|<sqlite3\.h>", {"store"}),
    (r"<(QtWidgets/|QWidget|QMainWindow|QDialog|QAbstractItemView|QTableView|QTreeView)", {"console", "app"}),
    (r"<QApplication>", {"console", "app"}),
    (r"<boost/", {"api"}),
    (r"<openssl/", {"api", "store"}),
    (r"<curl/", {"notify"}),
    (r"<libpq-fe\.h>", {"store"}),
    (r"<(QtNetwork/|QNetwork|QTcpServer|QSsl|QHttp)", {"client", "app"}),
    (r"<QTcpSocket>", {"client", "app", "cli"}),  # bench measures the server, not a client
    (r"<(QtDBus/|QDBus)", {"console"}),
    (r"<QThread", set()),  # std::jthread: the thread sanitizer understands it
]
NOT_IN_DOMAIN = r"<(QObject|QFile|QDateTime|QTimer|QThread|fstream|iostream|thread|mutex)>"

_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(<[^>]+>|"[^"]+")', re.MULTILINE)


def _judge(layer, target, root, here):
    if target.startswith("<"):
        for pattern, homes in HOMES:
            if re.match(pattern, target) and layer not in homes:
                return f"{target} belongs in {', '.join(sorted(homes)) or 'no folder'}"
        if layer == "domain" and re.match(NOT_IN_DOMAIN, target):
            return f"domain is pure, and {target} is not"
        return None
    target = target.strip('"')
    other = target.split("/")[0]
    if target.startswith("ui_") or target.endswith(".moc") or target.startswith("moc_"):
        return None  # made by the build
    if "/" not in target or ".." in target:
        return f'"{target}" is not written from src/'
    if other not in ALL:
        return None if (here / target).exists() else f'"{target}" is in no layer'
    if other != layer and other not in MAY_INCLUDE[layer]:
        return f'{layer} may not include {other} ("{target}")'
    return None if (root / "src" / target).exists() else f'"{target}" does not exist'


def check(root):
    for path in tree.files(root, folders=("src",), suffixes={".cpp", ".h"}):
        name = tree.name(root, path)
        layer = name.split("/")[1]
        if layer not in MAY_INCLUDE:
            yield f"{name}: src/{layer} is no layer"
            continue
        for target in _INCLUDE.findall(cpp.without_comments(tree.text(path))):
            fault = _judge(layer, target, root, path.parent)
            if fault:
                yield f"{name}: {fault}"
