"""The calls of Go's tools that the campaign disturbs: recorded from real builds, to be made again without them."""
from __future__ import annotations

import dataclasses
import os
import pathlib
import pickle
import shlex
import shutil
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent

_files = {
    "m/go.mod": "module example.com/faults\n\ngo 1.18\n",
    "m/p/p.go": """package p

import "errors"

var ErrNone = errors.New("none")

func Target(n int) int {
	return n + speed
}

func Other() string { return text }
""",
    "m/p/text.go": 'package p\n\nconst text = "text"\n',
    "m/p/slow.go": "//go:build !fast\n\npackage p\n\nconst speed = 1\n",
    "m/p/fast.go": "//go:build fast\n\npackage p\n\nconst speed = 2\n",
    # Assembly brings the list of what it refers to.
    "m/p/none.s": "// Nothing.\n",
    "m/p/p_test.go": """package p

import "testing"

func TestTarget(t *testing.T) {
	if Target(1) == 0 {
		t.Fatal()
	}
}
""",
    "m/q/q.go": "package q\n\nfunc F() int { return 1 }\n",
    # The first file adds an import, the second is for every package of the module.
    "set/example.com/faults/p/patch.go": """package p

import "errors"

//routinex:before
func Target(n int) int {
	n += added()
}

//routinex:replace
func Other() string { return "patched" + errSet.Error() }

func added() int { return 7 }

var errSet = errors.New("set")
""",
    "set/example.com/faults/p/more.go": "package p\n\nfunc more() int { return 8 }\n",
    "set/example.com/faults/.../all.go": "package all\n\nfunc joined() int { return 9 }\n",
    "tagged/example.com/faults/p/tags.go": """//routinex:tags fast

package p

//routinex:before
func Target(n int) int {
	n++
}
""",
}


@dataclasses.dataclass
class Call:
    """A call of routinex as cmd/go makes it, with a tool that only writes down its own call."""

    name: str
    arguments: list[bytes]
    environment: dict[bytes, bytes]
    folder: bytes
    scratch: bytes | None = None
    snapshot: bytes | None = None
    # A folder of answers to -V=full, and whether it holds one before the call. The tool need not be asked then.
    answers: pathlib.Path | None = None
    is_answered: bool = False

    def script(self, fault: str, log: str, specification: str) -> str:
        """What a shell runs to make the call again, with a system call disturbed."""
        lines = ["#!/bin/sh", f"cd {shlex.quote(os.fsdecode(self.folder))}"]
        if self.scratch and self.snapshot:
            scratch = shlex.quote(os.fsdecode(self.scratch))
            lines.append(f"rm -rf {scratch} && cp -R {shlex.quote(os.fsdecode(self.snapshot))} {scratch}")
        settings = [os.fsdecode(name + b"=" + value) for name, value in self.environment.items()]
        arguments = [fault, log, specification] + [os.fsdecode(argument) for argument in self.arguments]
        lines.append(shlex.join(["exec", "env", "-i", f"FAULT_CALLED={log}-called", *settings, *arguments]))
        return "\n".join(lines) + "\n"


def go_settings() -> dict[str, str]:
    """The settings of scripts/go-environment."""
    lines = (pathlib.Path(__file__).resolve().parents[1] / "go-environment").read_text().splitlines()
    settings = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {name: value for name, value in settings if value}


class Workspace:
    """A module, patch sets for it, and the calls that builds of it make."""

    def __init__(self, root: pathlib.Path, routinex: str, goroot: str, cache: str):
        self.root, self.routinex, self.goroot = root, routinex, goroot
        self.go = goroot + "/bin/go"
        for name, text in _files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            # What the cache holds from another run would not be compiled.
            (root / name).write_text(text + (f"// {time.time_ns()}\n" if name.endswith("go") else ""))
        for name in ("home", "tmp", "path"):
            (root / name).mkdir()
        # Nothing of the caller's environment, and no network.
        self.environment = {
            "PATH": goroot + "/bin:" + os.environ.get("PATH", "/usr/bin:/bin"), "HOME": str(root / "home"),
            "GOPATH": str(root / "path"), "GOCACHE": cache, "TMPDIR": str(root / "tmp"), "LC_ALL": "C", "GOROOT": goroot,
            **go_settings(),
        }  # fmt: skip
        self.tools = self._make_tools()

    def run(self, *command: str, cache: str | None = None, check: bool = True, **more: str) -> subprocess.CompletedProcess:
        """Runs a command in the module's folder."""
        environment = {**self.environment, **({"GOCACHE": cache} if cache else {}), **more}
        result = subprocess.run(command, cwd=self.root / "m", env=environment, stdin=subprocess.DEVNULL, capture_output=True)
        if check and result.returncode != 0:
            raise SystemExit(f"{' '.join(command)}: status {result.returncode}\n{result.stderr.decode()}")
        return result

    def calls(self, is_short: bool) -> list[Call]:
        """All calls; in a short run without that of package runtime, which takes longer to record than to make."""
        p = "example.com/faults/p"
        root, set_, tagged = os.fsencode(self.root), str(self.root / "set"), str(self.root / "tagged")
        plain = self._record(self.go, "build", "{}", "./p", "./q")
        covered = self._record(self.go, "test", "-cover", "{}", "-o", os.devnull, "./p")
        keyed = self._record(*self._keyed_build(), last=p)
        compile_ = pick(plain, "compile", p)
        version = dict(compile_, arguments=[compile_["arguments"][0], b"-V=full"], scratch=None)
        without = (b"TOOLEXEC_IMPORTPATH", b"GOCACHE")
        version["environment"] = {k: v for k, v in compile_["environment"].items() if k not in without}
        response = dict(compile_, arguments=[compile_["arguments"][0], b"@" + root + b"/response"])
        pathlib.Path(self.root / "response").write_bytes(b"\n".join(compile_["arguments"][1:]) + b"\n")
        both = f"routine,{set_}"
        result = [
            self._call("-V=full", version, "--patches", both),
            self._call("-V=full built-in", version),
            self._answered(self._call("-V=full to keep", version, "--package-keys"), is_answered=False),
            self._answered(self._call("-V=full kept", version, "--patches", both), is_answered=True),
            self._call("compile", compile_, "--patches", both),
            self._call("compile relative", compile_, "--patches", "../set"),
            self._call("compile response file", response, "--patches", set_),
            self._call("compile keyed", pick(keyed, "compile", p)),
            self._call("compile covered", pick(covered, "compile", p), "--patches", tagged),
            self._call("compile unpatched", pick(plain, "compile", "example.com/faults/q"), "--patches", tagged),
            self._call("cover", pick(covered, "cover", p), "--patches", tagged),
            self._call("vet", pick(covered, "vet", p), "--patches", tagged),
            Call(
                "go build", [os.fsencode(argument) for argument in self._front], self._fake_go_environment(),
                root + b"/m"),
        ]  # fmt: skip
        # Younger files are not trusted to be what they were, and the go command is asked each time.
        time.sleep(2.2)
        if not is_short:
            cache = str(self.root / "runtime-cache")
            recorded = self._record(self.go, "build", "{}", "runtime", last="runtime", cache=cache)
            result.append(self._call("compile runtime", pick(recorded, "compile", "runtime")))
        return result

    # MARK: Parts

    def _call(self, name: str, recorded: dict, *flags: str) -> Call:
        arguments = list(recorded["arguments"])
        position = next(i for i, argument in enumerate(arguments) if b"/pkg/tool/" in argument)
        arguments[position] = os.fsencode(self.tools / os.fsdecode(os.path.basename(arguments[position])))
        if position == 0:
            arguments = [os.fsencode(argument) for argument in (self.routinex, *flags)] + arguments
        return Call(
            name, arguments, recorded["environment"], recorded["folder"], recorded["scratch"], recorded["snapshot"])

    def _answered(self, call: Call, is_answered: bool) -> Call:
        """The call with a cache, in which the tool's answer is kept."""
        call.answers, call.is_answered = self.root / f"answers-{is_answered}", is_answered
        call.environment = {**call.environment, b"GOCACHE": os.fsencode(call.answers)}
        return call

    def _record(self, *command: str, last: str | None = None, cache: str | None = None) -> list[dict]:
        """The calls of the module's packages, or of the last package, in a build; `{}` stands for its -toolexec."""
        folder = self.root / f"calls-{len(list(self.root.glob('calls-*')))}"
        recorder = " ".join([str(HERE / "record"), str(folder)] + (["--stop-at", last] if last else []))
        arguments = [argument.replace("{}", "-toolexec=" + recorder, 1) if argument.startswith("{}") else argument
                     for argument in command]  # fmt: skip
        self.run(*arguments, cache=cache, check=last is None)
        found = sorted(folder.glob("*/call")) if folder.exists() else []
        return [pickle.loads(file.read_bytes()) for file in found]

    @property
    def _front(self) -> list[str]:
        return [self.routinex, "go", "build", "--patches", str(self.root / "set"), "./p"]

    def _fake_go_environment(self) -> dict[bytes, bytes]:
        """With a go command that writes down how it is called to build; its other answers are the real one's."""
        fake = self.root / "fake"
        if not fake.exists():
            fake.mkdir()
            (fake / "go").write_text(
                f'#!/bin/sh\n[ "$1" = build ] || exec "{self.go}" "$@"\nprintf \'%s\\0\' "$@" >>"$FAULT_CALLED"\n')
            (fake / "go").chmod(0o755)
        environment = {**self.environment, "PATH": str(fake)}
        return {os.fsencode(name): os.fsencode(value) for name, value in environment.items()}

    def _keyed_build(self) -> list[str]:
        """What `routinex go build` becomes, with the recorder in front of its own -toolexec."""
        called = self.root / "front"
        environment = {os.fsdecode(name): os.fsdecode(value) for name, value in self._fake_go_environment().items()}
        self.run(*self._front, **environment, FAULT_CALLED=str(called))
        return [self.go] + [
            "{} " + argument.removeprefix("-toolexec=") if argument.startswith("-toolexec=") else argument
            for argument in called.read_bytes().decode().split("\0")[:-1]
        ]

    def _make_tools(self) -> pathlib.Path:
        """Tools that write down how they are called, and answer -V=full as the real ones do."""
        real = next(pathlib.Path(self.goroot, "pkg/tool").iterdir())
        folder = self.root / "goroot/pkg/tool" / real.name
        folder.mkdir(parents=True)
        for tool in ("compile", "cover", "vet"):
            if not (real / tool).exists():
                continue
            answer = self.run(str(real / tool), "-V=full").stdout.decode().strip()
            (folder / tool).write_text(
                f"#!/bin/sh\nprintf '%s\\0' \"$@\" >>\"$FAULT_CALLED\"\n[ \"$*\" != -V=full ] || echo '{answer}'\n")
            (folder / tool).chmod(0o755)
        return folder

    def restore(self, call: Call) -> None:
        """Puts the call's folders into the state in which it was recorded."""
        if call.answers and not call.is_answered:
            shutil.rmtree(call.answers, ignore_errors=True)
        elif call.answers and not call.answers.exists():
            # Of a tool that has just been made none is kept.
            time.sleep(2.5)
            environment = {**call.environment, b"FAULT_CALLED": os.fsencode(os.devnull)}
            subprocess.run(call.arguments, cwd=call.folder, env=environment, stdout=subprocess.DEVNULL, check=True)
            if not list(call.answers.glob("*/*-d")):
                raise SystemExit(f"{call.name}: the tool's answer was not kept")
        if call.scratch:
            shutil.rmtree(call.scratch, ignore_errors=True)
            shutil.copytree(call.snapshot, call.scratch, symlinks=True)


def pick(recorded: list[dict], tool: str, package: str) -> dict:
    for call in recorded:
        if call["tool"] == tool and call["package"].split(" ")[0] == package:
            return call
    seen = ", ".join(f"{call['tool']} {call['package']}" for call in recorded)
    raise SystemExit(f"the build made no call of {tool} for {package}; it made: {seen}")
