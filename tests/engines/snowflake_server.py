"""The server of fakesnow, run by the Python of its own virtualenv; says its port in one line.

Three things are set right. Snowflake's connector 5 wants more in the answer to a login than fakesnow gives,
and timestamps that are null as null, not as a second that is. And Snowflake's sum of NUMBERs is a NUMBER.
"""

from __future__ import annotations

import json
import socket
import sys
import warnings
from typing import Any

warnings.simplefilter("ignore")

import fakesnow.arrow  # noqa: E402
import fakesnow.server  # noqa: E402
import fakesnow.transforms  # noqa: E402
import pyarrow  # noqa: E402
import uvicorn  # noqa: E402
from starlette.responses import JSONResponse  # noqa: E402
from starlette.routing import Route  # noqa: E402

server: Any = sys.modules["fakesnow.server"]  # the package has a function of that name too


async def login(request: Any) -> Any:
    answer = await server.login_request(request)
    body = json.loads(answer.body)
    body["data"] |= {"masterToken": body["data"]["token"], "validityInSeconds": 86400, "sessionId": 1,
                     "masterValidityInSeconds": 86400}  # fmt: skip
    return JSONResponse(body)


def nullable(timestamps: Any) -> Any:
    one = timestamps.combine_chunks() if isinstance(timestamps, pyarrow.ChunkedArray) else timestamps
    made = struct(one.fill_null(0))
    return pyarrow.StructArray.from_arrays(made.flatten(), fields=list(made.type), mask=one.is_null())


struct = fakesnow.arrow.timestamp_to_sf_struct
fakesnow.arrow.timestamp_to_sf_struct = nullable
fakesnow.transforms.numeric_agg_implicit_cast = lambda tree: tree  # it makes doubles of what is summed

MIXES_COLUMNS = "SELECT 1 FROM duckdb_optimizers() WHERE name = 'common_subplan'"
"""What is underneath takes two scans of a table joined to itself for one (metricdsl/run/duckdb.py turns it off too)."""

if __name__ == "__main__":
    server.app.router.routes.insert(0, Route("/session/v1/login-request", login, methods=["POST"]))
    server.shared_fs.duck_conn.execute("SET threads = 1")  # the tables are tiny
    if server.shared_fs.duck_conn.execute(MIXES_COLUMNS).fetchall():
        server.shared_fs.duck_conn.execute("SET GLOBAL disabled_optimizers = 'common_subplan'")
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    print(listening.getsockname()[1], flush=True)
    config = uvicorn.Config(server.app, log_level="critical", access_log=False, lifespan="off")
    uvicorn.Server(config).run(sockets=[listening])
