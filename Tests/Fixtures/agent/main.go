// Agent is a toolexec program for tests: it behaves like those that people put before or behind routinex.
//
//	agent [flags] TOOL ARGUMENTS
//	agent [flags] NEXT [its flags] TOOL ARGUMENTS
//
// -mode is a list with commas between: what it does to a package, and how it goes about it. AGENT_MODE in the environment
// takes its place, and AGENT_PACKAGE that of -package: then the command line is that of other modes, and so is what the agent's
// IDs are made of. Beside each word stand the real agents that do so.
//
//	plain          passes everything on (the default)
//	print          parses and prints every Go file, of -package or of every package, comments indented with their
//	               statements (skywalking-go, otelc, orchestrion: github.com/dave/dst; routinex v0.0.1: go/printer)
//	edit           adds a println to the function -func of -package (each of them)
//	original=PATH  does the same, but only in the file of that path; does nothing where another stands in its place
//	               (otelc and loongsuite look for recorded paths so; they then end with an error)
//	version        adds a println of the version of module -package, cut out of the path of the first Go file; does
//	               nothing where there is none (skywalking-go)
//	rename         gives each package below -package another import path, for compile, asm and link (garble, which
//	               renames what stands in the packages too)
//
//	argv0          looks at the program that it is to start and at no other argument; does nothing, silently, if that is
//	               not called compile, asm or link (skywalking-go, otelc, garble, orchestrion); without this word it
//	               finds the tool behind other programs too (routinex v0.0.1)
//	stamp=TEXT     appends TEXT to what compile and link answer to -V=full (garble, otelc, orchestrion); without it the
//	               answer is left alone (skywalking-go, loongsuite, routinex v0.0.1)
//	tools          runs other tools in the folder of the one that it is given, and fails if they are not there (none of
//	               the named ones does)
//	exec           becomes the next program; without this word it spawns it (as all of the named ones do)
//	elsewhere      writes to new folders for temporary files, which stay (garble, which removes its own in the end)
//
// Without elsewhere, what it writes goes to a folder called agent beside the object. What edit prints ends with the content of the file
// -config, if there is one, and with edition, which a build can set: two agents that differ in nothing else.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
)

var (
	modeFlag    = flag.String("mode", "plain", "what to do, a `list` with commas between")
	packageFlag = flag.String("package", "", "import `path` of the package to change; for rename, what such paths begin with")
	funcFlag    = flag.String("func", "", "the `function` to change: F, T.F or (*T).F")
	configFlag  = flag.String("config", "", "a `file` whose content is printed too")
)

// edition is part of what edit prints: -ldflags=-X=main.edition=2.
var edition = "1"

func main() {
	flag.Parse()
	if err := run(flag.Args()); err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			os.Exit(exit.ExitCode())
		}
		fmt.Fprintln(os.Stderr, "agent:", err)
		os.Exit(1)
	}
}

func run(chain []string) error {
	if len(chain) == 0 {
		return errors.New("no program to start")
	}
	if mode := os.Getenv("AGENT_MODE"); mode != "" {
		*modeFlag = mode
	}
	if path := os.Getenv("AGENT_PACKAGE"); path != "" {
		*packageFlag = path
	}
	mode, err := parseMode(*modeFlag)
	if err != nil {
		return err
	}
	call := findTool(chain, mode.argv0)
	if call == nil {
		return start(chain, mode.exec)
	}
	if mode.tools {
		if err := call.lookBeside(); err != nil {
			return err
		}
	}
	if call.asksVersion() {
		if mode.stamp != "" && call.name != "asm" {
			return answerVersion(chain, mode.stamp)
		}
	} else if err := mode.change(call); err != nil {
		return err
	}
	return start(chain, mode.exec)
}

// mode is what -mode says.
type mode struct {
	print, edit, version, rename bool
	argv0, tools, exec           bool
	elsewhere                    bool
	original, stamp              string
}

func parseMode(list string) (mode, error) {
	var result mode
	for _, word := range strings.Split(list, ",") {
		key, value, _ := strings.Cut(word, "=")
		switch key {
		case "plain":
		case "print":
			result.print = true
		case "edit":
			result.edit = true
		case "original":
			result.original = value
		case "version":
			result.version = true
		case "rename":
			result.rename = true
		case "argv0":
			result.argv0 = true
		case "stamp":
			result.stamp = value
		case "tools":
			result.tools = true
		case "exec":
			result.exec = true
		case "elsewhere":
			result.elsewhere = true
		default:
			return result, fmt.Errorf("-mode: %q is none of plain, print, edit, original=PATH, version, rename, argv0, stamp=TEXT, tools, exec, elsewhere", word)
		}
	}
	return result, nil
}

// change does what the mode says to the arguments of the tool, which are part of the chain.
func (m mode) change(c *call) error {
	c.elsewhere = m.elsewhere
	if m.rename {
		if err := c.rename(*packageFlag); err != nil {
			return err
		}
	}
	if c.name != "compile" {
		return nil
	}
	if m.version {
		if err := c.addVersion(*packageFlag); err != nil {
			return err
		}
	}
	if m.edit || m.original != "" {
		if err := c.edit(*packageFlag, *funcFlag, m.original); err != nil {
			return err
		}
	}
	if m.print {
		return c.printFiles(*packageFlag)
	}
	return nil
}

// answerVersion answers for a tool as the tool does, and appends the stamp. The go command takes the last field for a
// build ID of the toolchain's, of which the part behind the last slash counts.
func answerVersion(chain []string, stamp string) error {
	command := exec.Command(chain[0], chain[1:]...)
	command.Stderr = os.Stderr
	output, err := command.Output()
	if err != nil {
		return err
	}
	_, err = fmt.Printf("%s +agent buildID=_/_/_/%s\n", strings.TrimSpace(string(output)), hash(string(output)+stamp))
	return err
}

func start(chain []string, become bool) error {
	if become {
		path, err := exec.LookPath(chain[0])
		if err != nil {
			return err
		}
		return syscall.Exec(path, chain, os.Environ())
	}
	command := exec.Command(chain[0], chain[1:]...)
	command.Stdin, command.Stdout, command.Stderr = os.Stdin, os.Stdout, os.Stderr
	return command.Run()
}
