"""GoogleSQL, which is BigQuery's SQL, in this process: Google's own analyzer and reference implementation.

The package zetasql brings both as WebAssembly. It takes half a minute to compile: that is kept in a folder
of the user's. Protocol buffers go in and out; the package's own client copies them byte by byte.
"""

from __future__ import annotations

import ctypes
import os
import re
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

FOLDER = "METRICDSL_TEST_CACHE"
"""The environment variable that names the folder of what is compiled; else it is the user's own cache."""


class Refused(Exception):
    """The statement is not GoogleSQL, or it failed as it ran; the text is Google's."""


class GoogleSql:
    """One instance of the module. A trap, which is a fault of Google's or a stack that is full, ends it."""

    def __init__(self) -> None:
        from wasmtime import Linker, Store, WasiConfig
        from zetasql.core.wasm_client import get_tzinfo_dir

        module, engine = _compiled()
        wasi = WasiConfig()
        wasi.inherit_stderr()
        wasi.preopen_dir(str(get_tzinfo_dir()), "/usr/share/zoneinfo")
        self._store = Store(engine)
        self._store.set_wasi(wasi)
        linker = Linker(engine)
        linker.define_wasi()
        self._exports: Any = linker.instantiate(self._store, module).exports(self._store)
        self._exports["_initialize"](self._store)
        self._memory = self._exports["memory"]

    def call(self, method: str, request: Any, response: Any) -> Any:
        """What a method of ZetaSqlLocalService answers. Raises Refused."""
        sent = request.SerializeToString()
        at, size_at = self._allocated(len(sent) or 1), self._allocated(4)
        try:
            ctypes.memmove(self._address(at), sent, len(sent))
            found = self._exports[f"ZetaSqlLocalService_{method}"](self._store, at, len(sent), size_at)
            if not found:
                raise Refused(self._error())
            size = int.from_bytes(self._read(size_at, 4), "little")
            answer = response.FromString(self._read(found, size))
            self._exports["wasm_free"](self._store, found)
            return answer
        finally:
            for place in (at, size_at):
                self._exports["wasm_free"](self._store, place)

    def _allocated(self, size: int) -> int:
        place: int = self._exports["wasm_malloc"](self._store, size)
        return place

    def _address(self, place: int) -> int:
        """The memory may have moved since the last call."""
        return ctypes.addressof(self._memory.data_ptr().contents) + place

    def _read(self, place: int, size: int) -> bytes:
        return ctypes.string_at(self._address(place), size)

    def _error(self) -> str:
        size = self._exports["wasm_get_last_error_size"](self._store)
        text = self._read(self._exports["wasm_get_last_error"](self._store), size).decode()
        return re.sub(r"^Code: \d+, Message: ", "", text)


def _compiled() -> tuple[Any, Any]:
    """The module and its engine, compiled once for each version of the two packages."""
    from wasmtime import Config, Engine, Module, WasmtimeError
    from zetasql.wasi import get_wasm_path

    config = Config()
    config.shared_memory = True
    config.max_wasm_stack = 2 << 20  # deep statements are read by recursion
    engine = Engine(config)
    kept = _cache() / f"zetasql-{version('zetasql')}-wasmtime-{version('wasmtime')}.bin"
    if kept.exists():
        try:
            return Module.deserialize_file(engine, str(kept)), engine
        except WasmtimeError:  # of another processor
            kept.unlink(missing_ok=True)
    module = Module.from_file(engine, str(get_wasm_path()))
    kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as file:
        file.write(module.serialize())
    Path(file.name).replace(kept)
    return module, engine


def _cache() -> Path:
    if FOLDER in os.environ:
        return Path(os.environ[FOLDER])
    own = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    return Path(own) / "metricdsl-tests"
