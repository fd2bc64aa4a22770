# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes over the wire: connections, retries, time limits, and errors as exceptions."""

import os
import queue
import select
import socket
import ssl
import subprocess
import tempfile
import threading
import unittest
from unittest import mock

import hms_act
from hms_act import errors
from hms_act.transport import Cancel, Transport

from fakeserver import CLOSE_AFTER, DROP, FakeServer, problem


def left(server, cancel, poll):
    """Cancels a poll that has arrived. → whether it goes on, what it ended with"""
    failure = []

    def run():
        try:
            poll()
        except errors.TransportError as error:
            failure.append(str(error))

    thread = threading.Thread(target=run)
    thread.start()
    server.arrived.get(timeout=5)
    cancel.cancel()
    thread.join(5)
    return thread.is_alive(), failure


class TransportTest(unittest.TestCase):
    def setUp(self):
        self.server = FakeServer()
        self.addCleanup(self.server.close)
        self.transport = Transport(self.server.url, "secret", timeout=5.0)
        self.addCleanup(self.transport.close)
        wait = mock.patch("hms_act.transport.Cancel.wait")
        self.wait = wait.start()
        self.addCleanup(wait.stop)

    def slept(self):
        return [call.args[0] for call in self.wait.call_args_list]

    def test_says_who_it_is_and_speaks_json(self):
        self.server.script = [(200, {"a": "ü"})]
        self.assertEqual(self.transport.call("POST", "/x", {"b": "é"}, query={"q": "a b", "n": None, "o": True}), {"a": "ü"})
        seen = self.server.seen[0]
        self.assertEqual(seen.path, "/api/v1/x?q=a+b&o=true")
        self.assertEqual(seen.json, {"b": "é"})
        self.assertEqual(seen.headers["authorization"], "Bearer secret")
        self.assertEqual(seen.headers["content-type"], "application/json")
        self.assertTrue(seen.headers["user-agent"].startswith("hms-act-python/"))

    def test_keeps_the_connection(self):
        self.server.script = [(200, {})] * 5
        for _ in range(5):
            self.transport.call("GET", "/x")
        self.assertEqual(self.server.connections(), 1)

    def test_a_connection_closed_while_idle_is_replaced_without_a_retry(self):
        self.server.script = [(200, {}, CLOSE_AFTER), (200, {"n": 2})]
        self.transport.call("POST", "/x", {})
        # Wait for the server's FIN: only then is the connection known to be closed.
        idle = self.transport._idle[0].sock
        idle.settimeout(5)
        self.assertEqual(idle.recv(1, socket.MSG_PEEK), b"")
        self.assertEqual(self.transport.call("POST", "/y", {}), {"n": 2})
        self.assertEqual([seen.path for seen in self.server.seen], ["/api/v1/x", "/api/v1/y"])
        self.assertEqual(self.slept(), [])

    def test_threads_do_not_share_a_connection_at_the_same_time(self):
        both = threading.Barrier(2, timeout=5)

        def answer(seen):
            both.wait()
            return (200, {"path": seen.path})

        self.server.otherwise = answer
        results = {}

        def ask(name):
            results[name] = self.transport.call("GET", "/" + name)["path"]

        threads = [threading.Thread(target=ask, args=(name,)) for name in "ab"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(results, {"a": "/api/v1/a", "b": "/api/v1/b"})
        self.assertEqual(self.server.connections(), 2)

    def test_a_get_whose_answer_is_lost_is_asked_again(self):
        self.server.script = [DROP, DROP, (200, {"ok": 1})]
        self.assertEqual(self.transport.call("GET", "/x"), {"ok": 1})
        self.assertEqual(len(self.server.seen), 3)
        self.assertLess(self.slept()[0], self.slept()[1])

    def test_a_creation_is_repeated_with_the_same_key(self):
        self.server.script = [DROP, problem(503), (201, {"id": "act-1"})]
        self.transport.call("POST", "/activities", {}, keyed=True)
        keys = [seen.headers["idempotency-key"] for seen in self.server.seen]
        self.assertEqual(len(keys), 3)
        self.assertEqual(len(set(keys)), 1)
        self.server.script = [(201, {})]
        self.transport.call("POST", "/activities", {}, keyed=True)
        self.assertNotEqual(self.server.seen[-1].headers["idempotency-key"], keys[0])

    def test_what_one_try_may_have_done_is_not_forgotten_by_the_next(self):
        cases = (
            ([DROP, problem(503)], True),
            ([problem(503, maybe_done=True), problem(503)], True),
            ([problem(503), problem(503, maybe_done=True)], True),
            ([problem(503), problem(503)], False),
            ([problem(502), problem(503)], True),  # a proxy, which may have passed it on
        )
        transport = Transport(self.server.url, "t", retries=1)
        self.addCleanup(transport.close)
        for script, maybe_done in cases:
            self.server.script = list(script)
            with self.subTest(script), self.assertRaises(errors.ServerUnavailable) as caught:
                transport.call("POST", "/x", {}, keyed=True)
            self.assertIs(caught.exception.maybe_done, maybe_done)
        lost = errors.TransportError("lost", maybe_done=True)
        with mock.patch.object(transport, "_once", side_effect=[lost, errors.TransportError("refused")]):
            with self.assertRaisesRegex(errors.TransportError, "refused") as caught:
                transport.call("POST", "/x", {}, keyed=True)
        self.assertTrue(caught.exception.maybe_done)

    def test_any_other_post_is_not_repeated_once_it_was_sent(self):
        self.server.script = [DROP]
        with self.assertRaises(errors.TransportError) as caught:
            self.transport.call("POST", "/queue/reserve", {})
        self.assertTrue(caught.exception.maybe_done)
        self.assertEqual(len(self.server.seen), 1)
        self.server.script = [problem(503)]
        with self.assertRaises(errors.ServerUnavailable):
            self.transport.call("POST", "/queue/reserve", {})
        self.assertEqual(len(self.server.seen), 2)

    def test_a_refused_connection_is_tried_again_for_everything(self):
        listener = socket.create_server(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        listener.close()
        transport = Transport("http://127.0.0.1:%d" % port, "t", retries=2)
        with self.assertRaises(errors.TransportError) as caught:
            transport.call("POST", "/queue/reserve", {})
        self.assertFalse(caught.exception.maybe_done)
        self.assertIn("cannot connect", str(caught.exception))
        self.assertEqual(len(self.slept()), 2)

    def test_gives_up_after_its_retries(self):
        self.server.script = [problem(503)] * 4
        with self.assertRaises(errors.ServerUnavailable):
            self.transport.call("GET", "/x")
        self.assertEqual(len(self.server.seen), 4)

    def test_retry_after_is_obeyed_within_reason(self):
        limited = (429, {"title": "slow down"}, {"Retry-After": "7"})
        self.server.script = [limited, (200, {})]
        self.transport.call("POST", "/queue/reserve", {})  # refused means not done, so even this one
        self.assertEqual(self.slept(), [7.0])
        self.server.script = [(429, {}, {"Retry-After": "3600"})]
        with self.assertRaises(errors.RateLimited) as caught:
            self.transport.call("GET", "/x")
        self.assertEqual(caught.exception.retry_after_s, 3600)

    def test_a_silent_server_is_a_timeout(self):
        release = threading.Event()
        self.addCleanup(release.set)
        self.server.script = [lambda seen: (release.wait(30), (200, {}))[1]]
        transport = Transport(self.server.url, "t", timeout=0.2, retries=0)
        with self.assertRaises(errors.TransportError) as caught:
            transport.call("GET", "/x")
        self.assertIn("timed out", str(caught.exception))

    def test_a_long_poll_can_be_left_at_once(self):
        release = threading.Event()
        self.addCleanup(release.set)
        self.server.script = [lambda seen: (release.wait(30), (200, {}))[1]]
        cancel = Cancel()
        poll = lambda: self.transport.call("POST", "/queue/reserve", {}, wait_s=60, cancel=cancel)
        self.assertEqual(left(self.server, cancel, poll), (False, ["cancelled"]))
        with self.assertRaises(errors.TransportError):
            self.transport.call("POST", "/queue/reserve", {}, cancel=cancel)
        self.assertEqual(len(self.server.seen), 1)

    def test_every_family_of_status_has_its_exception(self):
        cases = {
            400: errors.ValidationError, 401: errors.AuthError, 403: errors.ForbiddenError,
            404: errors.NotFoundError, 409: errors.ConflictError, 410: errors.NotFoundError,
            413: errors.ValidationError, 415: errors.ValidationError, 422: errors.ValidationError,
            500: errors.ServerError,
        }  # fmt: skip
        for status, kind in cases.items():
            self.server.script = [problem(status, detail="why", type="urn:x")]
            with self.subTest(status), self.assertRaises(errors.ApiError) as caught:
                self.transport.call("GET", "/x")
            self.assertIs(type(caught.exception), kind)
            self.assertIsInstance(caught.exception, hms_act.HmsActError)
            self.assertEqual((caught.exception.status, caught.exception.detail), (status, "why"))

    def test_bad_fields_are_named(self):
        bad = [{"pointer": "/tasks/2/sla", "detail": "must be more than zero"}]
        self.server.script = [problem(422, detail="2 fields", errors=bad)]
        with self.assertRaises(errors.ValidationError) as caught:
            self.transport.call("POST", "/x", {})
        self.assertEqual(caught.exception.errors, [("/tasks/2/sla", "must be more than zero")])
        self.assertIn("2 fields\n  /tasks/2/sla: must be more than zero", str(caught.exception))
        self.server.script = [problem(422, detail=bad[0]["detail"], errors=bad)]
        with self.assertRaises(errors.ValidationError) as caught:
            self.transport.call("POST", "/x", {})
        self.assertEqual(str(caught.exception).count("must be more than zero"), 1)

    def test_an_answer_that_is_not_this_api_is_said_so(self):
        self.server.script = [(404, b"<html>nginx</html>"), (200, b"<html>"), (302, b"", {"Location": "http://evil/"})]
        with self.assertRaises(errors.NotFoundError) as caught:
            self.transport.call("GET", "/x")
        self.assertEqual(caught.exception.detail, "<html>nginx</html>")
        with self.assertRaisesRegex(errors.TransportError, "not JSON"):
            self.transport.call("GET", "/x")
        with self.assertRaisesRegex(errors.TransportError, "redirect"):
            self.transport.call("GET", "/x")
        self.assertEqual(len(self.server.seen), 3)

    def test_what_cannot_be_sent_is_refused_at_once(self):
        deep = []
        for _ in range(5000):
            deep = [deep]
        for result in (float("nan"), b"x", "\ud800", deep):
            with self.subTest(str(type(result))), self.assertRaises(errors.UsageError):
                self.transport.call("POST", "/x", {"result": result})
        for name, value in (("Content-Type", "text/plain\r\nX-Injected: 1"), ("Content-Type", "\u2028"), ("Idempotency-Key", "é\n")):
            with self.subTest(value), self.assertRaises(errors.UsageError):
                self.transport.send("PUT", "/x", b"", {name: value}, safe=True)
        self.assertEqual(self.server.seen, [])

    def test_bad_addresses_and_tokens_are_refused_at_once(self):
        for url in ("", "localhost:8311", "ftp://x", "http://", "http://u:p@h", "http://h/?x=1", "http://h:99999", "http://[::1"):
            with self.subTest(url), self.assertRaises(errors.UsageError):
                Transport(url, "t")
        for token in ("a\r\nX: y", "ü"):
            with self.subTest(token), self.assertRaises(errors.UsageError):
                Transport("http://h", token)
        for url in ("http://[::1]:8311", "https://h/base/"):
            Transport(url, "t")


class EncryptedTest(unittest.TestCase):
    """The same over https, where a connection has more to read than answers, and is cut off in another way."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.chain, key = os.path.join(folder.name, "chain"), os.path.join(folder.name, "key")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-keyout", key, "-out", cls.chain, "-subj", "/CN=a test", "-addext", "subjectAltName=IP:127.0.0.1"],
                       check=True, capture_output=True)  # fmt: skip
        cls.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        cls.tls.load_cert_chain(cls.chain, key)

    def setUp(self):
        self.server = FakeServer(self.tls)
        self.addCleanup(self.server.close)
        self.done = threading.Event()
        self.addCleanup(self.done.set)
        self.silence = lambda seen: (self.done.wait(30), (200, {}))[1]
        trusted = ssl.create_default_context(cafile=self.chain)
        self.orc = hms_act.Orchestrator(token="t", url=self.server.url, ssl_context=trusted)
        self.addCleanup(self.orc.close)

    def test_keeps_the_connection(self):
        self.server.script = [(200, {"items": []})] * 5
        for _ in range(5):
            self.orc.queue.list()
        self.assertEqual(self.server.connections(), 1)

    def test_a_connection_closed_while_idle_is_replaced(self):
        self.server.script = [(200, {"items": []}, CLOSE_AFTER), (200, {"items": []})]
        self.orc.queue.reserve("w")
        select.select([self.orc._transport._idle[0].sock], [], [], 5)  # its end has arrived
        self.orc.queue.reserve("w")
        self.assertEqual(self.server.connections(), 2)

    def test_a_long_poll_can_be_left_at_once(self):
        self.server.script = [self.silence]
        cancel = Cancel()
        poll = lambda: self.orc.queue.reserve("w", wait_s=60, cancel=cancel)
        self.assertEqual(left(self.server, cancel, poll), (False, ["cancelled"]))

    def test_what_is_cancelled_goes_on_in_no_plain_text(self):
        self.server.script = [(200, {"items": []})]
        self.orc.queue.list()
        cancel, (connection,) = Cancel(), self.orc._transport._idle
        cancel._watch(connection.sock)
        cancel.cancel()
        self.assertIsNotNone(connection.sock.version())
        with self.assertRaises(OSError):
            connection.sock.sendall(b"a token")

    def test_a_stream_ends_when_it_is_closed(self):
        self.server.script = [(200, b"id: 1\nevent: stats\ndata: {}\n\n", {"Content-Length": "99999"})]
        stream, heard = self.orc.stream(), queue.Queue()
        thread = threading.Thread(target=lambda: [heard.put(event.kind) for event in stream])
        thread.start()
        self.assertEqual(heard.get(timeout=5), "stats")
        stream.close()
        thread.join(5)
        self.assertFalse(thread.is_alive())

    def test_a_certificate_of_a_stranger_is_not_believed(self):
        stranger = hms_act.Orchestrator(token="t", url=self.server.url, retries=0)
        self.addCleanup(stranger.close)
        with self.assertRaisesRegex(errors.TransportError, "certificate") as caught:
            stranger.queue.list()
        self.assertFalse(caught.exception.maybe_done)
        self.assertEqual(self.server.seen, [])


if __name__ == "__main__":
    unittest.main()
