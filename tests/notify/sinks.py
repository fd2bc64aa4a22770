# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Where messages arrive: a mail server and web servers on loopback that do what a test tells them to."""

import asyncio
import email
import email.policy
import http.server
import logging
import ssl
import subprocess
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

logging.getLogger("mail.log").disabled = True  # that a client hangs up is what some tests want


def certificate(folder):
    """→ the files of a certificate for loopback, and of its key."""
    chain, key = folder / "sink.pem", folder / "sink.key"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                    "-keyout", key, "-out", chain, "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost,DNS:mail.localhost,IP:127.0.0.1"], check=True, capture_output=True)
    return chain, key


class Arrivals:
    """What has arrived, in order; wait() instead of sleeping."""

    def __init__(self):
        self.items = []
        self._changed = threading.Condition()

    def add(self, item):
        with self._changed:
            self.items.append(item)
            self._changed.notify_all()

    def wait(self, enough, limit_s=60):
        with self._changed:
            if not self._changed.wait_for(lambda: enough(self.items), limit_s):
                raise AssertionError(f"after {limit_s} s there were {len(self.items)}: {self.items[-3:]}")
            return list(self.items)


class Mail:
    def __init__(self, envelope, session):
        self.to = envelope.rcpt_tos[0]
        self.sender = envelope.mail_from
        self.message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.encrypted = session.ssl is not None
        self.authenticated = session.authenticated
        self.id = self.message["Message-ID"].strip("<>").split("@")[0]

    def text(self, subtype="plain"):
        return self.message.get_body((subtype,)).get_content().replace("\r\n", "\n")


class _Controller(Controller):
    def _trigger_server(self):  # which connects once, to see that it runs
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


class MailSink:
    """`behave(mail)` answers with an SMTP reply, or is awaited; None: 250, "drop": hangs up instead of an answer. `tls`: from
    STARTTLS on, or `at_once`."""

    def __init__(self, behave=lambda mail: None, tls=None, user=None, at_once=False):
        self.arrivals = Arrivals()
        self.behave = behave
        context = None
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*tls)

        def check(server, session, envelope, mechanism, data):
            return AuthResult(success=user == (data.login.decode(), data.password.decode()))

        self._controller = _Controller(self, hostname="127.0.0.1", port=0, **{"ssl_context" if at_once else "tls_context": context},
                                       authenticator=check if user else None, auth_required=bool(user),
                                       auth_require_tls=bool(user) and not at_once)
        self._controller.start()
        self.port = self._controller.port

    async def handle_DATA(self, server, session, envelope):
        mail = Mail(envelope, session)
        self.arrivals.add(mail)
        answer = self.behave(mail)
        if asyncio.iscoroutine(answer):
            answer = await answer
        if answer == "drop":
            server.transport.abort()
        return answer or "250 taken"

    def stop(self):
        self._controller.stop(no_assert=True)


class Call:
    def __init__(self, path, headers, body):
        self.path, self.headers, self.body = path, headers, body
        self.id = headers.get("webhook-id") or headers.get("Idempotency-Key")


class WebSink:
    """`behave(call)` answers with (status, headers, body); None: 200; "drop": hangs up instead of an answer."""

    def __init__(self, behave=lambda call: None, tls=None, host="127.0.0.1"):
        self.arrivals = Arrivals()
        self.behave = behave
        sink = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                call = Call(self.path, self.headers, self.rfile.read(int(self.headers["Content-Length"])))
                sink.arrivals.add(call)
                answer = sink.behave(call)
                if answer == "drop":
                    return
                status, headers, body = answer or (200, {}, b"ok")
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

            def handle(self):
                try:
                    super().handle()
                except OSError:  # whoever called has hung up meanwhile
                    pass

        self._server = http.server.ThreadingHTTPServer((host, 0), Handler)
        self._server.daemon_threads = True
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*tls)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def stop(self):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
