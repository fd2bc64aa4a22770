# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: Apache-2.0
"""HTTP for the client: kept-alive connections, time limits, and retries where a second try cannot do harm."""

from __future__ import annotations

import http.client
import json
import random
import selectors
import socket
import ssl
import threading
import time
import urllib.parse
import uuid
from typing import Any, Dict, Iterator, List, Mapping, NamedTuple, Optional, Tuple, Union

from ._version import __version__
from .errors import ApiError, RateLimited, ServerUnavailable, TransportError, UnexpectedAnswer, UsageError, error_for

ANSWER_BYTES_MAX = 64 * 1024 * 1024  # more than any page of 1,000 or any artefact
RETRY_WAIT_MAX_S = 10.0  # a server that asks for more gets an exception instead of a sleeping caller
IDLE_CONNECTIONS_MAX = 32

Query = Mapping[str, Union[str, int, float, bool, None]]


class Answer(NamedTuple):
    """A successful answer."""

    status: int
    headers: Dict[str, str]
    body: bytes

    def json(self) -> Any:
        """The body as JSON; None when it is empty."""
        if not self.body:
            return None
        try:
            return json.loads(self.body)
        except ValueError:
            raise UnexpectedAnswer("the answer is not JSON: is this the address of HMS-ACT?") from None


class Cancel:
    """Ends a request from another thread: used to leave a long poll at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: Optional[socket.socket] = None
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def wait(self, seconds: float) -> None:
        """Waits, but not longer than until it is cancelled."""
        self._cancelled.wait(seconds)

    def cancel(self) -> None:
        """The request under way, if any, fails with TransportError; later ones fail at once."""
        with self._lock:
            self._cancelled.set()
            if self._socket is not None:
                try:  # not as an SSLSocket does it, which goes on in plain text until it is done
                    socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
                except OSError:
                    return  # the peer was faster

    def _forget(self) -> None:
        with self._lock:
            self._socket = None

    def _watch(self, sock: Optional[socket.socket]) -> None:
        with self._lock:
            if self.cancelled and sock is not None:
                raise TransportError("cancelled")
            self._socket = sock


class Transport:
    """Thread-safe. Idle connections are shared by all threads; a request in flight has one to itself."""

    def __init__(
        self,
        url: str,
        token: str,
        timeout: float = 30.0,
        retries: int = 3,
        ssl_context: Optional[ssl.SSLContext] = None,
    ) -> None:
        """``timeout``: seconds for one try. ``retries``: further tries after the first."""
        self.host, self.port, self._tls, self._base = _parse_url(url)
        if not token.isascii() or not token.isprintable():
            raise UsageError("the token has characters that no token has")
        self._token = token
        self._timeout = timeout
        self._retries = retries
        self._ssl_context = ssl_context
        self._lock = threading.Lock()
        self._idle: List[http.client.HTTPConnection] = []

    def close(self) -> None:
        """Closes the idle connections. The transport can still be used afterwards."""
        with self._lock:
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def call(
        self,
        method: str,
        path: str,
        body: Optional[Mapping[str, Any]] = None,
        *,
        query: Optional[Query] = None,
        keyed: bool = False,
        repeatable: bool = False,
        idempotency_key: Optional[str] = None,
        wait_s: float = 0.0,
        within_s: Optional[float] = None,
        cancel: Optional[Cancel] = None,
    ) -> Any:
        """Sends JSON, answers with JSON.

        ``keyed``: a POST of which the server keeps the Idempotency-Key; it gets one and may then be repeated.
        ``repeatable``: saying it twice is the same as saying it once. ``wait_s``: how long the server may think.
        ``within_s``: one try of that many seconds at most, for callers that say it again themselves.
        """
        headers = {}
        data = None
        if body is not None:
            data = _json(body)
            headers["Content-Type"] = "application/json"
        if keyed:
            headers["Idempotency-Key"] = idempotency_key or uuid.uuid4().hex
        safe = keyed or repeatable or method == "GET"
        answer = self.send(
            method, path, data, headers, query=query, safe=safe, wait_s=wait_s, within_s=within_s, cancel=cancel
        )
        return answer.json()

    def send(
        self,
        method: str,
        path: str,
        data: Optional[bytes],
        headers: Mapping[str, str],
        *,
        query: Optional[Query] = None,
        safe: bool,
        wait_s: float = 0.0,
        within_s: Optional[float] = None,
        cancel: Optional[Cancel] = None,
    ) -> Answer:
        """One request with its retries. Raises ApiError or TransportError, and UsageError for what no header can have."""
        for name, value in headers.items():
            if not value.isascii() or not value.isprintable():
                raise UsageError("%s cannot be %r" % (name, value))
        target = self._base + path + _query_text(query)
        every = {
            "Authorization": "Bearer " + self._token,
            "Accept": "application/json",
            "User-Agent": "hms-act-python/" + __version__,
            **headers,
        }
        timeout, retries = self._timeout + wait_s, self._retries
        if within_s is not None:
            timeout, retries = min(timeout, within_s), 0
        attempt, maybe_done = 0, False
        while True:
            try:
                return self._once(method, target, data, every, timeout, cancel)
            except (TransportError, ApiError) as error:
                pause = _pause_before_retry(error, attempt, safe)
                error.maybe_done = maybe_done = maybe_done or error.maybe_done
                if pause is None or attempt >= retries or (cancel is not None and cancel.cancelled):
                    raise
            (cancel or Cancel()).wait(pause)
            attempt += 1

    def lines(
        self, path: str, headers: Mapping[str, str], quiet_max_s: float, bytes_max: int, cancel: Cancel
    ) -> Iterator[str]:
        """The lines of an answer that goes on, on a connection of its own, until the server ends it or it is cancelled.

        Raises ApiError, and TransportError when nothing comes for ``quiet_max_s``.
        """
        every = {"Authorization": "Bearer " + self._token, "User-Agent": "hms-act-python/" + __version__, **headers}
        connection = self._fresh_connection(quiet_max_s)
        try:
            cancel._watch(connection.sock)
            connection.request("GET", self._base + path, headers=every)
            response = connection.getresponse()
            if response.status != 200:
                body = _read_all(connection, response, time.monotonic() + self._timeout)
                answer_headers = {name.lower(): value for name, value in response.getheaders()}
                raise error_for(response.status, _problem(body), answer_headers)
            while not cancel.cancelled:
                line = response.readline(bytes_max)
                if not line:
                    return
                if not line.endswith(b"\n"):
                    raise http.client.HTTPException("a line is too long or ended early")
                yield line.decode("utf-8").rstrip("\r\n")
        except (OSError, ValueError, http.client.HTTPException) as error:
            if cancel.cancelled:
                return
            raise TransportError("the stream from %s broke (%s)" % (self._address(), _reason(error))) from error
        finally:
            cancel._forget()
            connection.close()

    def _once(
        self,
        method: str,
        target: str,
        data: Optional[bytes],
        headers: Mapping[str, str],
        timeout: float,
        cancel: Optional[Cancel],
    ) -> Answer:
        deadline = time.monotonic() + timeout
        connection = self._connection(timeout)
        try:
            if cancel is not None:
                cancel._watch(connection.sock)
            connection.request(method, target, body=data, headers=dict(headers))
            response = connection.getresponse()
            body = _read_all(connection, response, deadline)
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            if cancel is not None and cancel.cancelled:
                raise TransportError("cancelled", maybe_done=True) from None
            raise TransportError(
                "%s %s: no answer from %s (%s); whether it was carried out is unknown"
                % (method, target, self._address(), _reason(error)),
                maybe_done=True,
            ) from error
        except BaseException:
            connection.close()
            raise
        finally:
            if cancel is not None:
                cancel._watch(None)
        if response.will_close:
            connection.close()
        else:
            self._keep(connection)
        answer_headers = {name.lower(): value for name, value in response.getheaders()}
        if 200 <= response.status < 300:
            return Answer(response.status, answer_headers, body)
        if response.status < 400:  # following it could hand the token to a stranger
            text = "%s answers with a redirect (%d); give its real address"
            raise UnexpectedAnswer(text % (self._address(), response.status))
        raise error_for(response.status, _problem(body), answer_headers)

    def _connection(self, timeout: float) -> http.client.HTTPConnection:
        while True:
            with self._lock:
                connection = self._idle.pop() if self._idle else None
            if connection is None:
                break
            if connection.sock is not None and not _has_input(connection.sock):
                connection.sock.settimeout(timeout)
                return connection
            connection.close()  # the server closed it while it was idle
        return self._fresh_connection(timeout)

    def _fresh_connection(self, timeout: float) -> http.client.HTTPConnection:
        connection = (
            http.client.HTTPSConnection(self.host, self.port, timeout=timeout, context=self._ssl_context)
            if self._tls
            else http.client.HTTPConnection(self.host, self.port, timeout=timeout)
        )
        try:
            connection.connect()
            connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError as error:
            connection.close()
            raise TransportError("cannot connect to %s: %s" % (self._address(), _reason(error))) from error
        return connection

    def _keep(self, connection: http.client.HTTPConnection) -> None:
        with self._lock:
            if len(self._idle) < IDLE_CONNECTIONS_MAX:
                self._idle.append(connection)
                return
        connection.close()

    def _address(self) -> str:
        return "%s://%s:%d" % ("https" if self._tls else "http", self.host, self.port)


def _parse_url(url: str) -> Tuple[str, int, bool, str]:
    try:
        parts = urllib.parse.urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:  # brackets that do not close, a port that is none
        raise UsageError("not an address of HMS-ACT (http://host:port): %r" % url) from None
    if parts.scheme not in ("http", "https") or not host or parts.query or parts.fragment:
        raise UsageError("not an address of HMS-ACT (http://host:port): %r" % url)
    if parts.username is not None:
        raise UsageError("the address takes no user name; give the token instead")
    tls = parts.scheme == "https"
    return host, port if port is not None else (443 if tls else 80), tls, parts.path.rstrip("/") + "/api/v1"


def _json(body: Mapping[str, Any]) -> bytes:
    try:
        return json.dumps(body, ensure_ascii=False, allow_nan=False).encode()
    except (TypeError, ValueError, RecursionError) as error:  # a UnicodeEncodeError is a ValueError
        raise UsageError("this is not JSON: %s" % error) from None


def _query_text(query: Optional[Query]) -> str:
    pairs = []
    for name, value in (query or {}).items():
        if value is None:
            continue
        pairs.append((name, str(value).lower() if isinstance(value, bool) else str(value)))
    return "?" + urllib.parse.urlencode(pairs) if pairs else ""


def _read_all(connection: http.client.HTTPConnection, response: http.client.HTTPResponse, deadline: float) -> bytes:
    chunks: List[bytes] = []
    size = 0
    while response.length is None or response.length > 0:  # None: chunked, or until the end of the connection
        left = deadline - time.monotonic()
        if left <= 0:
            raise socket.timeout("timed out")
        if connection.sock is not None:
            connection.sock.settimeout(left)
        chunk = response.read1(65536)
        if not chunk:
            break
        chunks.append(chunk)
        size += len(chunk)
        if size > ANSWER_BYTES_MAX:
            raise http.client.HTTPException("the answer is too long")
    if response.length:  # read1 does not say that the body ended early
        raise http.client.IncompleteRead(b"", response.length)
    response.close()  # read1 does not say either that it is finished; without this the connection stays busy
    return b"".join(chunks)


def _problem(body: bytes) -> Dict[str, Any]:
    try:
        problem = json.loads(body)
    except ValueError:
        problem = None
    if isinstance(problem, dict):
        return problem
    return {"detail": body[:500].decode("utf-8", "replace").strip()}  # a proxy's own page, perhaps


def _has_input(sock: socket.socket) -> bool:
    """An idle connection with something to read is one that the server is closing."""
    with selectors.DefaultSelector() as selector:
        try:
            selector.register(sock, selectors.EVENT_READ)
        except (ValueError, OSError):
            return True
        return bool(selector.select(0))


def _pause_before_retry(error: Union[TransportError, ApiError], attempt: int, safe: bool) -> Optional[float]:
    """Seconds to wait before trying again; None: do not."""
    if isinstance(error, UnexpectedAnswer):
        return None
    if isinstance(error, TransportError):
        if error.maybe_done and not safe:
            return None
    elif isinstance(error, RateLimited):
        pass  # refused before anything was done
    elif not (isinstance(error, ServerUnavailable) and safe):
        return None
    pause = min(5.0, 0.1 * 2**attempt) * random.uniform(0.8, 1.2)
    asked = error.retry_after_s if isinstance(error, ApiError) else None
    if asked is not None:
        if asked > RETRY_WAIT_MAX_S:
            return None
        pause = max(pause, asked)
    return pause


def _reason(error: BaseException) -> str:
    if isinstance(error, socket.timeout):
        return "timed out"
    return str(error) or type(error).__name__
