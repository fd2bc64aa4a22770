# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A scripted HTTP server: each test says what the next requests are answered with and looks at what arrived."""

import json
import queue
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DROP = object()  # close the connection instead of answering
CLOSE_AFTER = {"X-Close-After": "yes"}  # answer, then close without having said so


class Seen:
    """One request as it arrived."""

    def __init__(self, handler, body):
        self.method = handler.command
        self.path = handler.path
        self.headers = {name.lower(): value for name, value in handler.headers.items()}
        self.body = body
        self.connection = handler.client_address

    @property
    def json(self):
        return json.loads(self.body)


class FakeServer:
    """Answers in the order of `script`; an empty script answers by `otherwise`, a function of the request."""

    def __init__(self, tls=None):
        """``tls``: the ssl.SSLContext of a server."""
        self.seen = []
        self.script = []
        self.otherwise = None
        self.arrived = queue.Queue()
        self._lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                seen = Seen(self, body)
                with outer._lock:
                    outer.seen.append(seen)
                    answer = outer.script.pop(0) if outer.script else None
                outer.arrived.put(seen)
                if answer is None:
                    answer = outer.otherwise(seen)
                elif callable(answer):
                    answer = answer(seen)
                if answer is DROP:
                    self.connection.shutdown(socket.SHUT_RDWR)
                    self.close_connection = True
                    return
                self.reply(*answer)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do

            def reply(self, status, content=None, headers=None):
                data = content if isinstance(content, bytes) else b"" if content is None else json.dumps(content).encode()
                self.send_response(status)
                for name, value in (headers or {}).items():
                    self.send_header(name, value)
                if "Content-Length" not in (headers or {}):
                    self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)
                if headers is CLOSE_AFTER:
                    self.close_connection = True

            def log_message(self, *args):
                pass

            def handle(self):
                try:
                    super().handle()
                except (OSError, ValueError):
                    pass  # the client went away, which some tests want

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        if tls:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self.url = "%s://127.0.0.1:%d" % ("https" if tls else "http", self._server.server_address[1])
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def connections(self):
        return len({seen.connection for seen in self.seen})


def problem(status, **fields):
    return (status, {"status": status, "title": "refused", **fields}, {"Content-Type": "application/problem+json"})
