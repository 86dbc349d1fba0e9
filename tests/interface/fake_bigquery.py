"""A server that speaks to Google's own client as BigQuery's REST interface does, with the answers of whoever runs the SQL."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Fields = list[tuple[str, str]]
Answer = tuple[Fields, list[tuple[Any, ...]]]
PAGE = 3  # rows at once, so that answers come in several pages
HTTP = {
    "notFound": 404, "accessDenied": 403, "quotaExceeded": 403, "invalidQuery": 400, "backendError": 503,
    "bytesBilledLimitExceeded": 400,
}  # fmt: skip


class Failed(Exception):
    """What a statement ends with instead of rows, by BigQuery's word for it."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass
class Job:
    """One statement, run in a thread of its own."""

    id: str
    configuration: dict[str, Any]
    done: threading.Event = field(default_factory=threading.Event)
    answer: Answer | None = None
    failed: Failed | None = None
    cancelled: bool = False

    @property
    def sql(self) -> str:
        return str(self.configuration["query"]["query"])


class BigQuery:
    """`run` gives a statement's columns and rows or raises Failed. `refuse` are failures of the next requests."""

    def __init__(self, run: Callable[[str], Answer]) -> None:
        self.run = run
        self.jobs: dict[str, Job] = {}
        self.requests: list[str] = []
        self.agents: set[str] = set()
        self.refuse: list[Failed] = []
        self.go_on = threading.Event()
        """Statements wait for it."""
        self.go_on.set()

    @property
    def last(self) -> Job:
        return list(self.jobs.values())[-1]

    # --- what the requests ask for --------------------------------------------------------------

    def answered(self, method: str, path: str, query: dict[str, str], body: Any) -> dict[str, Any]:
        self.requests.append(f"{method} {re.sub(r'metricdsl-[-0-9a-f]+', 'JOB', path)}")
        if self.refuse:
            raise self.refuse.pop(0)
        match [method, *path.strip("/").split("/")[4:]]:
            case ["POST", "jobs"]:
                return self._resource(self._inserted(body))
            case ["GET", "jobs", job]:
                return self._resource(self.jobs[job])
            case ["POST", "jobs", job, "cancel"]:
                self._cancel(self.jobs[job])
                return {"job": self._resource(self.jobs[job])}
            case ["GET", "queries", job]:
                return self._results(self.jobs[job], query)
        raise Failed("notFound", f"Not found: {method} {path}")

    def _inserted(self, body: Any) -> Job:
        job = Job(body["jobReference"]["jobId"], body["configuration"])
        self.jobs[job.id] = job
        if job.configuration.get("dryRun"):
            self._finish(job)
        else:
            threading.Thread(target=self._work, args=(job,), daemon=True).start()
        return job

    def _work(self, job: Job) -> None:
        self.go_on.wait(30)
        self._finish(job)

    def _finish(self, job: Job) -> None:
        if not job.done.is_set():
            try:
                job.answer = self.run(job.sql)
            except Failed as failed:
                job.failed = failed
            job.done.set()
        if job.failed is not None and job.configuration.get("dryRun"):
            raise job.failed

    def _cancel(self, job: Job) -> None:
        job.cancelled = True
        job.failed = Failed("stopped", "Job execution was cancelled: User requested cancellation")
        job.done.set()

    def _resource(self, job: Job) -> dict[str, Any]:
        status: dict[str, Any] = {"state": "DONE" if job.done.is_set() else "RUNNING"}
        if job.failed is not None and job.done.is_set():
            status["errorResult"] = {"reason": job.failed.reason, "message": str(job.failed)}
            status["errors"] = [status["errorResult"]]
        statistics = {"query": {"schema": schema(job.answer[0])}} if job.answer is not None else {}
        return {
            "jobReference": {"projectId": "shop", "jobId": job.id, "location": "EU"},
            "configuration": job.configuration, "status": status, "statistics": statistics,
        }  # fmt: skip

    def _results(self, job: Job, query: dict[str, str]) -> dict[str, Any]:
        reference = {"projectId": "shop", "jobId": job.id, "location": "EU"}
        if not job.done.wait(0.2):
            return {"jobComplete": False, "jobReference": reference}
        if job.failed is not None:
            raise job.failed
        assert job.answer is not None
        fields, rows = job.answer
        start = int(query.get("pageToken", 0))
        end = start + min(int(query.get("maxResults", PAGE)), PAGE)
        page = [{"f": [{"v": cell(value)} for value in row]} for row in rows[start:end]]
        more = {"pageToken": str(end)} if end < len(rows) else {}
        return {
            "jobComplete": True, "jobReference": reference, "schema": schema(fields), "rows": page,
            "totalRows": str(len(rows)), **more,
        }  # fmt: skip


def schema(fields: Fields) -> dict[str, Any]:
    return {"fields": [{"name": name, "type": kind, "mode": "NULLABLE"} for name, kind in fields]}


def cell(value: Any) -> str | None:
    """A value as JSON has it: texts all; an instant in microseconds."""
    match value:
        case None:
            return None
        case bool():
            return str(value).lower()
        case datetime() if value.tzinfo is not None:
            return str((value - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1))
        case date():
            return value.isoformat()
    return str(value)


@contextmanager
def serving(run: Callable[[str], Answer]) -> Iterator[tuple[BigQuery, str]]:
    """The server, and the address that its client is told."""
    server = BigQuery(run)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer("GET")

        def do_POST(self) -> None:
            self._answer("POST")

        def _answer(self, method: str) -> None:
            address = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(address.query).items()}
            sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            server.agents.add(self.headers.get("User-Agent", ""))
            status, reply = 200, {}
            try:
                reply = server.answered(method, address.path, query, json.loads(sent) if sent else None)
            except Failed as failed:
                status = HTTP.get(failed.reason, 400)
                error = {"reason": failed.reason, "message": str(failed)}
                reply = {"error": {"code": status, "message": str(failed), "errors": [error]}}
            body = json.dumps(reply).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    threading.Thread(target=listening.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield server, f"http://127.0.0.1:{listening.server_port}"
    finally:
        server.go_on.set()
        listening.shutdown()
        listening.server_close()
