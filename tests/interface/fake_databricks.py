"""A server that speaks to Databricks' own connector: its Thrift over HTTP, with the answers of whoever runs the SQL."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pyarrow
from databricks.sql.thrift_api.TCLIService import TCLIService, ttypes
from thrift.protocol.TBinaryProtocol import TBinaryProtocol
from thrift.transport.TTransport import TMemoryBuffer

TOKEN = "dapi-hush"
OK = ttypes.TStatus(ttypes.TStatusCode.SUCCESS_STATUS)
ROWS_AT_ONCE = 3  # so that answers come in several pieces
STATES = ttypes.TOperationState
TYPES = ttypes.TTypeId


@dataclass
class Operation:
    """One statement, run in a thread of its own."""

    statement: str
    done: threading.Event = field(default_factory=threading.Event)
    table: pyarrow.Table | None = None
    error: str | None = None
    cancelled: bool = False
    fetched: int = 0

    @property
    def state(self) -> int:
        if self.cancelled:
            return int(STATES.CANCELED_STATE)
        if not self.done.is_set():
            return int(STATES.RUNNING_STATE)
        return int(STATES.ERROR_STATE if self.error else STATES.FINISHED_STATE)


class Handler:
    """`run` gives a statement's rows or raises; `cancel` makes it raise soon."""

    def __init__(self, run: Callable[[str], pyarrow.Table], cancel: Callable[[], object]) -> None:
        self.run, self.cancel = run, cancel
        self.sessions: dict[bytes, ttypes.TOpenSessionReq] = {}
        self.operations: dict[bytes, Operation] = {}
        self.closed = 0

    def OpenSession(self, request: Any) -> Any:
        handle = ttypes.THandleIdentifier(uuid.uuid4().bytes, b"")
        self.sessions[handle.guid] = request
        version = ttypes.TProtocolVersion.SPARK_CLI_SERVICE_PROTOCOL_V7
        return ttypes.TOpenSessionResp(
            OK, version, ttypes.TSessionHandle(handle, version), initialNamespace=request.initialNamespace,
            canUseMultipleCatalogs=True,
        )  # fmt: skip

    def CloseSession(self, request: Any) -> Any:
        self.sessions.pop(request.sessionHandle.sessionId.guid, None)
        return ttypes.TCloseSessionResp(OK)

    def ExecuteStatement(self, request: Any) -> Any:
        if request.sessionHandle.sessionId.guid not in self.sessions:
            return ttypes.TExecuteStatementResp(
                wrong("[INVALID_HANDLE.SESSION_NOT_FOUND] The session is gone.")
            )
        operation = Operation(request.statement)
        identifier = ttypes.THandleIdentifier(uuid.uuid4().bytes, b"")
        self.operations[identifier.guid] = operation
        threading.Thread(target=self._work, args=(operation,), daemon=True).start()
        handle = ttypes.TOperationHandle(identifier, ttypes.TOperationType.EXECUTE_STATEMENT, True)
        return ttypes.TExecuteStatementResp(OK, handle)

    def _work(self, operation: Operation) -> None:
        try:
            words = operation.statement.split()
            operation.table = (
                pyarrow.table({}) if words[0] in ("SET", "RESET") else self.run(operation.statement)
            )
        except Exception as error:
            operation.error = str(error)
        operation.done.set()

    def GetOperationStatus(self, request: Any) -> Any:
        operation = self._operation(request)
        operation.done.wait(0.1)
        message = operation.error
        return ttypes.TGetOperationStatusResp(
            OK,
            operation.state,
            errorMessage=message,
            displayMessage=message,
            diagnosticInfo="at org.apache …",
        )

    def GetResultSetMetadata(self, request: Any) -> Any:
        operation = self._operation(request)
        if operation.table is None or operation.cancelled:
            return ttypes.TGetResultSetMetadataResp(
                wrong("[OPERATION_CANCELED] Operation has been canceled.")
            )
        schema = operation.table.schema
        columns = [
            ttypes.TColumnDesc(f.name, ttypes.TTypeDesc([ttypes.TTypeEntry(type_entry(f.type))]), i)
            for i, f in enumerate(schema)
        ]
        return ttypes.TGetResultSetMetadataResp(
            OK, ttypes.TTableSchema(columns), ttypes.TSparkRowSetType.ARROW_BASED_SET, lz4Compressed=False,
            arrowSchema=schema.serialize().to_pybytes(), isStagingOperation=False,
        )  # fmt: skip

    def FetchResults(self, request: Any) -> Any:
        operation = self._operation(request)
        assert operation.table is not None
        piece = operation.table.slice(operation.fetched, ROWS_AT_ONCE).combine_chunks()
        batches = [
            ttypes.TSparkArrowBatch(batch.serialize().to_pybytes(), batch.num_rows)
            for batch in piece.to_batches()
        ]
        rows = ttypes.TRowSet(startRowOffset=operation.fetched, rows=[], arrowBatches=batches)
        operation.fetched += piece.num_rows
        more = operation.fetched < operation.table.num_rows
        return ttypes.TFetchResultsResp(OK, more, rows, self.GetResultSetMetadata(request))

    def CancelOperation(self, request: Any) -> Any:
        self._operation(request).cancelled = True
        self.cancel()
        return ttypes.TCancelOperationResp(OK)

    def CloseOperation(self, request: Any) -> Any:
        self.closed += 1
        self.operations.pop(request.operationHandle.operationId.guid, None)
        return ttypes.TCloseOperationResp(OK)

    def _operation(self, request: Any) -> Operation:
        return self.operations[request.operationHandle.operationId.guid]


def wrong(message: str) -> Any:
    return ttypes.TStatus(ttypes.TStatusCode.ERROR_STATUS, errorMessage=message, displayMessage=message)


def type_entry(kind: pyarrow.DataType) -> Any:
    """A column's type as the metadata tells it, beside the Arrow schema."""
    names = {
        "bool": TYPES.BOOLEAN_TYPE, "int32": TYPES.INT_TYPE, "int64": TYPES.BIGINT_TYPE, "double": TYPES.DOUBLE_TYPE,
        "string": TYPES.STRING_TYPE, "date32[day]": TYPES.DATE_TYPE,
    }  # fmt: skip
    if pyarrow.types.is_decimal(kind):
        digits = {"precision": kind.precision, "scale": kind.scale}
        qualifiers = {name: ttypes.TTypeQualifierValue(i32Value=value) for name, value in digits.items()}
        return ttypes.TPrimitiveTypeEntry(TYPES.DECIMAL_TYPE, ttypes.TTypeQualifiers(qualifiers))
    if pyarrow.types.is_timestamp(kind):
        return ttypes.TPrimitiveTypeEntry(TYPES.TIMESTAMP_TYPE)
    return ttypes.TPrimitiveTypeEntry(names[str(kind)])


class Server:
    """Listens on this machine; `refuses` is an HTTP status that it gives instead of an answer."""

    def __init__(self, run: Callable[[str], pyarrow.Table], cancel: Callable[[], object]) -> None:
        self.handler = Handler(run, cancel)
        self.agents: list[str] = []
        self.refuses: int | None = None
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._requests())
        threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def uri(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()

    def _requests(self) -> type[BaseHTTPRequestHandler]:
        server, processor = self, TCLIService.Processor(self.handler)

        class Requests(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                sent = self.rfile.read(int(self.headers["Content-Length"]))
                server.agents.append(self.headers["User-Agent"])
                known = self.headers["Authorization"] == f"Bearer {TOKEN}"
                status = server.refuses or (200 if known else 403)
                answer = TMemoryBuffer()
                if status == 200:
                    processor.process(TBinaryProtocol(TMemoryBuffer(sent)), TBinaryProtocol(answer))
                self.send_response(status)
                if status == 403:
                    self.send_header("x-databricks-reason-phrase", f"Invalid access token {TOKEN}x")
                self.send_header("Content-Length", str(len(answer.getvalue())))
                self.end_headers()
                self.wfile.write(answer.getvalue())

            def log_message(self, *_: object) -> None:
                """Nothing is told."""

        return Requests
