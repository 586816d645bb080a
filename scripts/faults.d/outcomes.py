"""Makes one call with one system call disturbed, and judges what came of it."""
from __future__ import annotations

import collections
import dataclasses
import hashlib
import os
import pathlib
import shlex
import signal
import subprocess

import errors
from calls import Call, Workspace

# Outcomes: the call came out right, ended in this program's message, or in the C library's or the Swift runtime's own words.
RIGHT, SAID, RUNTIME = "right", "said", "runtime"
# And what must not be: see `judge`.
WRONG, SILENT, VAGUE, HANG = "WRONG", "SILENT", "VAGUE", "HANG"
GOOD, BAD = (RIGHT, SAID, RUNTIME), (WRONG, SILENT, VAGUE, HANG)

# Longer than the slowest call takes on a busy machine.
_LIMIT = 60


@dataclasses.dataclass(frozen=True)
class Point:
    """A system call that the undisturbed program makes."""

    # The thread or child, and which of its calls of this name.
    task: int
    name: str
    number: int
    result: str
    path: bytes


@dataclasses.dataclass(frozen=True)
class Fault:
    point: Point
    # An errno's name, "short", or a signal's name.
    what: str

    def specification(self) -> str:
        if self.what == "short":
            kind = f"short={int(self.point.result) // 2}"
        elif self.what.startswith("SIG"):
            kind = f"signal={int(getattr(signal, self.what))}"
        else:
            kind = f"{self.what}={errors.number(self.what)}"
        return f"{self.point.task}:{self.point.name}:{self.point.number}:{kind}"


@dataclasses.dataclass(frozen=True)
class Result:
    """What can be seen of a call once it has ended; `called` and `files` are what the tool was given."""

    status: int | None
    output: bytes
    messages: bytes
    called: tuple[bytes, ...] | None
    files: tuple[tuple[str, str], ...]

    def is_like(self, other: Result) -> bool:
        return (self.status, self.output, self.called, self.files) == (
            other.status, other.output, other.called, other.files)  # fmt: skip


class Runner:
    def __init__(self, workspace: Workspace, fault: str):
        self.workspace, self.fault = workspace, fault
        self.log, self.called = workspace.root / "log", workspace.root / "called"

    def run(self, call: Call, specification: str = "-") -> Result:
        self.workspace.restore(call)
        before = set(_files(call))
        self.called.unlink(missing_ok=True)
        self.log.unlink(missing_ok=True)
        environment = {**call.environment, b"FAULT_CALLED": os.fsencode(self.called)}
        command = [os.fsencode(self.fault), os.fsencode(self.log), specification.encode()] + call.arguments
        status, output, messages = run(command, call.folder, environment)
        called = self.called.read_bytes().split(b"\0")[:-1] if self.called.exists() and not call.is_answered else None
        files = [(name, digest) for name, digest in _files(call) if (name, digest) not in before]
        if called and len(called) == 1 and called[0].startswith(b"@"):
            # The same arguments in a file: when the system takes no more on a command line.
            called = _expanded(called[0][1:])
            files = [(name, digest) for name, digest in files if os.path.basename(name) != "arguments"]
        return Result(status, output, messages, None if called is None else tuple(called), tuple(sorted(files)))

    def points(self) -> list[Point]:
        """The system calls of the last run."""
        return [point_of(line) for line in self.log.read_bytes().splitlines()]

    def injected(self) -> Point | None:
        """The one that was disturbed in the last run."""
        lines = self.log.read_bytes().splitlines() if self.log.exists() else []
        return next((point_of(line) for line in lines if line.endswith(b"\tinjected")), None)


def run(command: list[bytes], folder: bytes, environment: dict[bytes, bytes]) -> tuple[int | None, bytes, bytes]:
    """Status (of a signal, its number below 0; of a call that does not end, None), standard output and standard error."""
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip
    try:
        output, messages = process.communicate(timeout=_LIMIT)
        return process.returncode, output, messages
    except subprocess.TimeoutExpired:
        # The tracer's end is its tasks' end.
        process.kill()
        output, messages = process.communicate()
        return None, output, messages


def judge(fault: Fault, reached: Point | None, result: Result, undisturbed: Result) -> tuple[str, str]:
    """The outcome, and what is to be said of one that must not be."""
    point, messages = fault.point, result.messages
    if result.status is None:
        return HANG, f"no end in {_LIMIT} s"
    if reached is None and point.name == "read_pipe" and result.is_like(undisturbed):
        # Its answer came in fewer pieces this time.
        return RIGHT, ""
    if reached is None:
        return WRONG, "the system call was not made again"
    # What failed is what has to be said: this run may have made a call more or less than the one that was listed.
    point = reached
    if result.is_like(undisturbed):
        return RIGHT, ""
    if result.status == 0:
        return WRONG, _difference(result, undisturbed)
    if fault.what.startswith("SIG"):
        return (SAID, "") if result.status < 0 else (SILENT, f"status {result.status}")
    said = [line for line in messages.splitlines() if line.startswith(b"routinex: ")]
    text = messages.decode(errors="backslashreplace").strip()[:300]
    ending = f"signal {-result.status}" if result.status < 0 else f"status {result.status}"
    if result.status < 0 or not said:
        return (RUNTIME, "") if errors.is_runtimes(point.name, point.path) else (SILENT, f"{ending}: {text}")
    if fault.what == "short" or (fault.what == "EINTR" and point.name != "close"):
        return WRONG, f"was not done again: {text}"
    missing = []
    if os.strerror(errors.number(fault.what)).encode() not in messages:
        missing.append("the reason")
    # A descriptor of a pipe has no name that would tell anything.
    if point.path.startswith(b"/") and os.path.basename(point.path) not in messages:
        missing.append("the path")
    if missing:
        return VAGUE, f"without {' and '.join(missing)}: {text}"
    return SAID, ""


def faults(arguments: list[bytes], points: list[Point], whole: bool) -> list[Fault]:
    """What the campaign tries on a call with these arguments, of which these are the system calls.

    What the C library and the Swift runtime do as a program starts is the same in all calls, and so is what a signal does:
    those are left out unless `whole` is asked for.
    """
    result = []
    for point in points:
        if not whole and errors.is_runtimes(point.name, point.path):
            continue
        chosen = errors.errors(point.name, point.path, point.result, arguments)
        is_transfer = point.name in ("read", "read_pipe", "pread64", "write", "pwrite64")
        if is_transfer and point.result.isdigit() and int(point.result) > 1:
            chosen.append("short")
        result += [Fault(point, what) for what in chosen + (["SIGTERM"] if whole else [])]
    return result


def sample(list_: list[Fault], stride: int) -> list[Fault]:
    """One fault of every so many system calls, another error each time."""
    by_point = collections.defaultdict(list)
    for fault in list_:
        by_point[fault.point].append(fault)
    return [group[number % len(group)] for number, group in enumerate(list(by_point.values())[::stride])]


def point_of(line: bytes) -> Point:
    """Of a line of the tracer's log."""
    fields = line.split(b"\t")
    return Point(int(fields[0]), fields[1].decode(), int(fields[2]), fields[3].decode(), fields[4])


# MARK: Parts


def _files(call: Call) -> list[tuple[str, str]]:
    if not call.scratch or not os.path.isdir(call.scratch):
        return []
    root = pathlib.Path(os.fsdecode(call.scratch))
    return [
        (str(path.relative_to(root)), hashlib.sha256(path.read_bytes()).hexdigest())
        for path in root.rglob("*")
        if path.is_file()
    ]


def _expanded(path: bytes) -> list[bytes]:
    text = pathlib.Path(os.fsdecode(path)).read_text()
    lines = [shlex.split(line) if line[:1] in "'\"" else [line] for line in text.splitlines()]
    return [argument.encode() for line in lines for argument in line]


def _difference(result: Result, undisturbed: Result) -> str:
    if result.called != undisturbed.called:
        if result.called is None or undisturbed.called is None:
            return "status 0, and the tool was not called" if result.called is None else "status 0, and the tool was called"
        lost = [a for a in undisturbed.called if a not in result.called]
        return "status 0, and the tool got other arguments, without " + b" ".join(lost).decode(errors="replace")[-200:]
    if result.files != undisturbed.files:
        names = sorted({name for name, _ in set(result.files) ^ set(undisturbed.files)})
        return "status 0, and other files: " + " ".join(names)
    return f"status 0, and another answer: {result.output!r}"
