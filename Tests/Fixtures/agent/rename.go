package main

import (
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"strconv"
	"strings"
)

// rename gives the packages below a path others, which are hashes: to compile, to asm and to link, in -p, in the import
// declarations and in the file -importcfg. TOOLEXEC_IMPORTPATH stays what it was: the go command sets it.
func (c *call) rename(below string) error {
	newName := func(path string) string {
		if below != "" && (path == below || strings.HasPrefix(path, below+"/")) {
			return "agent" + hash(path)
		}
		return path
	}
	if path, set := c.value("-p"); set != nil && path != "main" {
		set(newName(path))
	}
	if path, set := c.value("-importcfg"); set != nil {
		renamed, err := c.renameInConfig(path, newName)
		if err != nil {
			return err
		}
		set(renamed)
	}
	if c.name == "compile" {
		for _, index := range c.goFiles() {
			if err := c.renameImports(index, newName); err != nil {
				return err
			}
		}
	}
	return nil
}

// renameInConfig writes a copy of an importcfg with other names. Its lines are `packagefile PATH=FILE`,
// `importmap PATH=PATH` and others (cmd/compile/internal/noder/import.go, cmd/link/internal/ld/ld.go).
func (c *call) renameInConfig(path string, newName func(string) string) (string, error) {
	config, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	lines := strings.Split(string(config), "\n")
	for i, line := range lines {
		verb, rest, _ := strings.Cut(line, " ")
		before, after, found := strings.Cut(rest, "=")
		switch {
		case verb == "packagefile" && found:
			lines[i] = fmt.Sprintf("%s %s=%s", verb, newName(before), after)
		case verb == "importmap" && found:
			lines[i] = fmt.Sprintf("%s %s=%s", verb, newName(before), newName(after))
		}
	}
	return c.write("importcfg", []byte(strings.Join(lines, "\n")))
}

func (c *call) renameImports(index int, newName func(string) string) error {
	text, err := os.ReadFile(c.arguments[index])
	if err != nil {
		return err
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, c.arguments[index], text, parser.ImportsOnly)
	if err != nil {
		return err
	}
	changed := false
	for i := len(file.Imports) - 1; i >= 0; i-- {
		literal := file.Imports[i].Path
		path, err := strconv.Unquote(literal.Value)
		if err != nil {
			return err
		}
		if name := newName(path); name != path {
			from := set.PositionFor(literal.Pos(), false).Offset
			text = []byte(string(text[:from]) + strconv.Quote(name) + string(text[from+len(literal.Value):]))
			changed = true
		}
	}
	if !changed {
		return nil
	}
	return c.replaceFile(index, text)
}
