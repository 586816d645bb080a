package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// call is one call of compile, asm or link. Its arguments are those of the chain: what changes them changes what is started.
type call struct {
	name, path string
	arguments  []string
	elsewhere  bool
}

// findTool finds the tool in the chain. With argv0, that is the first program or none.
func findTool(chain []string, argv0 bool) *call {
	for i, argument := range chain {
		switch name := strings.TrimSuffix(filepath.Base(argument), ".exe"); name {
		case "compile", "asm", "link":
			return &call{name: name, path: argument, arguments: chain[i+1:]}
		}
		if argv0 {
			break
		}
	}
	return nil
}

func (c *call) asksVersion() bool {
	return len(c.arguments) == 1 && c.arguments[0] == "-V=full"
}

// value is a flag's, and what sets it; nil if the flag is not there.
func (c *call) value(name string) (value string, set func(string)) {
	for i, argument := range c.arguments {
		if argument == name && i+1 < len(c.arguments) {
			return c.arguments[i+1], func(text string) { c.arguments[i+1] = text }
		}
		if strings.HasPrefix(argument, name+"=") {
			return argument[len(name)+1:], func(text string) { c.arguments[i] = name + "=" + text }
		}
	}
	return "", nil
}

// goFiles are the places of the Go files among the arguments: the last ones.
func (c *call) goFiles() []int {
	first := len(c.arguments)
	for first > 0 && strings.HasSuffix(c.arguments[first-1], ".go") {
		first--
	}
	var result []int
	for i := first; i < len(c.arguments); i++ {
		result = append(result, i)
	}
	return result
}

// importPath is what the go command calls the package, without the test that it is a variant for.
func (c *call) importPath() string {
	path, _, _ := strings.Cut(os.Getenv("TOOLEXEC_IMPORTPATH"), " ")
	return path
}

// write writes a file beside the object, or elsewhere, and returns its path.
func (c *call) write(name string, content []byte) (string, error) {
	folder, err := c.folder()
	if err != nil {
		return "", err
	}
	path := filepath.Join(folder, name)
	return path, os.WriteFile(path, content, 0o666)
}

func (c *call) folder() (string, error) {
	if c.elsewhere {
		return os.MkdirTemp("", "agent")
	}
	object, _ := c.value("-o")
	if object == "" {
		return "", fmt.Errorf("%s: no -o", c.path)
	}
	folder := filepath.Join(filepath.Dir(object), "agent")
	return folder, os.MkdirAll(folder, 0o777)
}

// replaceFile puts a Go file in the place of one of the arguments. Its first line must be the original's.
func (c *call) replaceFile(index int, content []byte) error {
	original := c.arguments[index]
	header := "//line " + original + ":1\n"
	path, err := c.write(filepath.Base(original), append([]byte(header), content...))
	if err != nil {
		return err
	}
	c.arguments[index] = path
	return nil
}

// lookBeside runs the other tools that every toolchain from Go 1.19 to 1.27 has.
func (c *call) lookBeside() error {
	for _, name := range []string{"asm", "link", "compile"} {
		path := filepath.Join(filepath.Dir(c.path), name+filepath.Ext(c.path))
		output, err := exec.Command(path, "-V=full").Output()
		if err != nil {
			return fmt.Errorf("beside %s: %w", c.path, err)
		}
		if !strings.HasPrefix(string(output), name+" version ") {
			return fmt.Errorf("beside %s: %s -V=full says %q", c.path, path, output)
		}
	}
	return nil
}

func hash(text string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(text)))[:20] }
