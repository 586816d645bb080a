// Compilecache stands in a toolchain of the tests as its tool compile. What the compiler has made of a package of the
// standard library, as it is, is taken from a folder when the same is asked for again: with -toolexec each list of patch sets
// has the go command compile all of them anew, although the result differs in the build ID alone.
//
// It is the compiler itself that compiles whatever routinex, an agent or an overlay has changed: every call with a file that
// is neither the toolchain's nor what cgo has made of it.
package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"syscall"
)

// The compiler, and the toolchain's src folder with a slash behind it. The linker sets them (-X).
var compiler, sources string

// folders is the environment variable with the folders that hold what was compiled, the first of which gets what is new.
// Without it nothing is kept.
const folders = "COMPILE_CACHE"

func main() {
	folders := filepath.SplitList(os.Getenv(folders))
	var call call
	err := errOther
	if len(folders) > 0 {
		call, err = newCall(os.Args[1:])
	}
	if err != nil {
		fail(syscall.Exec(compiler, os.Args, os.Environ()))
	}
	for _, folder := range folders {
		if call.take(folder) == nil {
			return
		}
	}
	command := exec.Command(compiler, os.Args[1:]...)
	command.Args[0] = os.Args[0]
	command.Stdin = os.Stdin
	var output bytes.Buffer
	command.Stdout = io.MultiWriter(os.Stdout, &output)
	command.Stderr = io.MultiWriter(os.Stderr, &output)
	if err := command.Run(); err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) && exit.Exited() {
			os.Exit(exit.ExitCode())
		}
		fail(err)
	}
	if output.Len() == 0 {
		// What cannot be kept is compiled again.
		call.keep(folders[0])
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "compilecache:", err)
	os.Exit(1)
}

// A call is one that only depends on what its key is made of.
type call struct {
	key string
	// What -buildid says, which the object holds.
	buildID string
	// The files that it writes, by -o and -asmhdr; the latter may be missing.
	object, header string
}

var errOther = errors.New("not a package of the standard library as it is")

// newCall reads a compiler's command line as cmd/go/internal/work/gc.go (gc) makes it.
func newCall(arguments []string) (call, error) {
	result := call{
		object: value("-o", arguments), header: value("-asmhdr", arguments), buildID: value("-buildid", arguments),
	}
	if result.object == "" || len(result.buildID) < 20 {
		return result, errOther
	}
	// The package's folder in $WORK, and that itself.
	folder := filepath.Dir(result.object)
	names := strings.NewReplacer(folder, "$PACKAGE", filepath.Dir(folder), "$WORK", result.buildID, "$ID")
	hash := sha256.New()
	add := func(kind, text string) { fmt.Fprintf(hash, "%s %d %s\n", kind, len(text), text) }
	add("compiler", compiler)
	for _, value := range environment() {
		add("environment", value)
	}
	hasSources := false
	for i, argument := range arguments {
		add("argument", names.Replace(argument))
		if strings.HasPrefix(argument, "@") {
			return result, errOther
		}
		if i > 0 {
			switch arguments[i-1] {
			case "-importcfg":
				text, err := imports(argument)
				if err != nil {
					return result, err
				}
				add("imports", text)
			case "-symabis", "-embedcfg", "-pgoprofile":
				text, err := os.ReadFile(argument)
				if err != nil {
					return result, err
				}
				add("file", names.Replace(string(text)))
			}
		}
		if !strings.HasSuffix(argument, ".go") {
			continue
		}
		if strings.HasPrefix(argument, sources) {
			hasSources = true
			continue
		}
		// The others are made by cgo.
		name := filepath.Base(argument)
		if filepath.Dir(argument) != folder || name != "_cgo_gotypes.go" && !strings.HasSuffix(name, ".cgo1.go") {
			return result, errOther
		}
		text, err := os.ReadFile(argument)
		if err != nil {
			return result, err
		}
		add("made", names.Replace(string(text)))
	}
	if !hasSources {
		return result, errOther
	}
	result.key = fmt.Sprintf("%x", hash.Sum(nil))
	return result, nil
}

// value returns the argument behind a flag, or an empty string.
func value(flag string, arguments []string) string {
	for i, argument := range arguments {
		if argument == flag && i+1 < len(arguments) {
			return arguments[i+1]
		}
	}
	return ""
}

// environment returns what the compiler may look at: the variables of Go, without those of the go command.
func environment() []string {
	var result []string
	for _, value := range os.Environ() {
		name := strings.SplitN(value, "=", 2)[0]
		switch name {
		case "GOCACHE", "GOPATH", "GOMODCACHE", "GOTMPDIR", "GOFLAGS", "GOENV", "GOWORK", "GOPROXY", "GOSUMDB", "GOBIN", "GOMOD",
			"GOCACHEPROG", "GOCOVERDIR":
			continue
		}
		if strings.HasPrefix(name, "GO") {
			result = append(result, value)
		}
	}
	sort.Strings(result)
	return result
}

// imports returns an importcfg with the content IDs of the objects in it instead of their paths.
func imports(path string) (string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	lines := strings.Split(string(text), "\n")
	for i, line := range lines {
		if !strings.HasPrefix(line, "packagefile ") {
			continue
		}
		name, object, _ := strings.Cut(line, "=")
		id, err := contentID(object)
		if err != nil {
			return "", err
		}
		lines[i] = name + " " + id
	}
	return strings.Join(lines, "\n"), nil
}

// contentID returns the second half of an object's build ID, which is a hash of all else in it (cmd/go/internal/work/buildid.go).
func contentID(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	start := make([]byte, 1024)
	n, err := io.ReadFull(file, start)
	if err != nil && err != io.ErrUnexpectedEOF {
		return "", err
	}
	_, rest, found := strings.Cut(string(start[:n]), "\nbuild id \"")
	id, _, closed := strings.Cut(rest, "\"\n")
	action, content, both := strings.Cut(id, "/")
	if !found || !closed || !both || action == content {
		return "", errOther
	}
	return content, nil
}

// take writes what a folder has of the call.
func (c call) take(folder string) error {
	base := filepath.Join(folder, c.key)
	id, err := os.ReadFile(base + ".id")
	if err != nil {
		return err
	}
	object, err := os.ReadFile(base + ".o")
	if err != nil {
		return err
	}
	if len(id) != len(c.buildID) {
		return errOther
	}
	if c.header != "" {
		header, err := os.ReadFile(base + ".h")
		if err != nil {
			return err
		}
		if err := os.WriteFile(c.header, header, 0o666); err != nil {
			return err
		}
	}
	return os.WriteFile(c.object, bytes.ReplaceAll(object, id, []byte(c.buildID)), 0o666)
}

// keep puts what the call has written into a folder.
func (c call) keep(folder string) error {
	object, err := os.ReadFile(c.object)
	if err != nil {
		return err
	}
	base := filepath.Join(folder, c.key)
	if c.header != "" {
		header, err := os.ReadFile(c.header)
		if err != nil {
			return err
		}
		if err := write(base+".h", header); err != nil {
			return err
		}
	}
	if err := write(base+".o", object); err != nil {
		return err
	}
	// The last: who finds it finds the others.
	return write(base+".id", []byte(c.buildID))
}

// write makes a file that is never seen half written.
func write(path string, text []byte) error {
	file, err := os.CreateTemp(filepath.Dir(path), "new")
	if err != nil {
		return err
	}
	if _, err := file.Write(text); err != nil {
		file.Close()
		os.Remove(file.Name())
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}
