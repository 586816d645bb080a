"""Whole builds with one system call of a woven compile disturbed, each followed by an undisturbed one in the same cache."""
from __future__ import annotations

import hashlib
import pathlib
import shutil

import errors
from calls import HERE, Workspace
from outcomes import RIGHT, RUNTIME, SAID, SILENT, WRONG, Fault, point_of

_package = "./p"


class Builds:
    def __init__(self, workspace: Workspace, fault: str):
        self.workspace, self.fault = workspace, fault
        self.log = workspace.root / "build-log"
        self.cache = workspace.root / "build-cache"
        self.base = workspace.root / "build-base"
        self.set = str(workspace.root / "set")
        # All but the package itself.
        self._go(self.base, None, "errors")
        self._begin()
        self.right = self._object(self._go(self.cache, None, _package))
        self._begin()
        if self._object(self._go(self.cache, "-", _package)) != self.right:
            raise SystemExit("two undisturbed builds gave different objects")
        self.points = [point_of(line) for line in self.log.read_bytes().splitlines()]

    def attempt(self, fault: Fault) -> tuple[str, str]:
        self._begin()
        disturbed = self._go(self.cache, fault.specification(), _package)
        if b"\tinjected\n" not in self.log.read_bytes():
            return WRONG, "the system call was not made again"
        if disturbed.returncode == 0 and self._object(disturbed) != self.right:
            return WRONG, "the build succeeded with another object"
        after = self._go(self.cache, None, _package)
        if after.returncode != 0:
            return WRONG, "the next build failed: " + after.stderr.decode(errors="replace")[:300]
        if self._object(after) != self.right:
            return WRONG, "the next build got another object out of the cache"
        if disturbed.returncode == 0:
            return RIGHT, ""
        if b"routinex: " in disturbed.stderr or fault.what.startswith("SIG"):
            return SAID, ""
        if errors.is_runtimes(fault.point.name, fault.point.path):
            return RUNTIME, ""
        return SILENT, disturbed.stderr.decode(errors="replace")[:300]

    # MARK: Parts

    def _begin(self) -> None:
        shutil.rmtree(self.cache, ignore_errors=True)
        shutil.copytree(self.base, self.cache)

    def _go(self, cache: pathlib.Path, specification: str | None, package: str):
        """`go list -export`, which builds the package and says where its object is."""
        chain = [self.workspace.routinex, "--patches", self.set]
        if specification:
            chain.insert(0, str(HERE / "disturb"))
        return self.workspace.run(
            self.workspace.go, "list", "-export", "-f", "{{.Export}}", "-toolexec=" + " ".join(chain), package,
            cache=str(cache), check=specification is None and package != _package,
            FAULT=self.fault, FAULT_LOG=str(self.log), FAULT_SPECIFICATION=specification or "-")  # fmt: skip

    @staticmethod
    def _object(listed) -> str:
        return hashlib.sha256(pathlib.Path(listed.stdout.decode().strip()).read_bytes()).hexdigest()
