// Hello says whether its own runtime is patched: "hello, patched" or "hello, plain".
package main

import (
	"debug/dwarf"
	"debug/elf"
	"fmt"
	"os"
)

func main() {
	fields, err := fieldsOfG()
	if err != nil {
		fmt.Fprintln(os.Stderr, "hello:", err)
		os.Exit(1)
	}
	switch own, inherited := fields["threadLocals"], fields["inheritableThreadLocals"]; {
	case own && inherited:
		fmt.Println("hello, patched")
	case !own && !inherited:
		fmt.Println("hello, plain")
	default:
		fmt.Fprintln(os.Stderr, "hello: half patched")
		os.Exit(1)
	}
}

// fieldsOfG reads them from the executable's debug information: a plain runtime shows its g to no program, and in a
// patched one nothing links the accessors in that no one calls.
func fieldsOfG() (map[string]bool, error) {
	path, err := os.Executable()
	if err != nil {
		return nil, err
	}
	file, err := elf.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := file.DWARF()
	if err != nil {
		return nil, err
	}
	fields := map[string]bool{}
	reader := data.Reader()
	for inG := false; ; {
		entry, err := reader.Next()
		if err != nil {
			return nil, err
		}
		if entry == nil {
			return nil, fmt.Errorf("no type runtime.g in the debug information (built by go run, or with -w?)")
		}
		name, _ := entry.Val(dwarf.AttrName).(string)
		switch {
		case inG && entry.Tag == 0:
			return fields, nil
		case inG:
			fields[name] = true
		case entry.Tag == dwarf.TagStructType && name == "runtime.g":
			inG = true
		case entry.Tag != dwarf.TagCompileUnit:
			reader.SkipChildren()
		}
	}
}
