// Linetable compares the line tables of two Go executables for ELF systems, a plain and a patched one: for every
// function, the files and lines that its instructions come from, in order. It prints one line per difference and a
// summary, and exits with 1 if there is a difference that -patched and -added do not allow.
//
//	go run . -patched runtime.goexit0,runtime.dropm -added runtime.getgp plain patched
package main

import (
	"debug/elf"
	"debug/gosym"
	"errors"
	"flag"
	"fmt"
	"os"
	"sort"
	"strings"
)

var (
	patchedFlag = flag.String("patched", "", "comma-separated `functions` that may have gained lines from patch files")
	addedFlag   = flag.String("added", "", "comma-separated `functions` that only the patched executable may have, from patch files")
	all         = flag.Bool("all", false, "compare every package, not only runtime")
	common      = flag.Bool("common", false, "compare what both have, for two different programs; -added still holds")
	prefix      = flag.String("prefix", "routinex/", "what the names of patch `files` begin with")
)

// position is one line of one file.
type position struct {
	file string
	line int
}

func (p position) String() string { return fmt.Sprintf("%s:%d", p.file, p.line) }

// function is where a function's instructions come from: neighbours differ.
type function []position

func main() {
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: linetable [flags] PLAIN PATCHED")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() != 2 {
		flag.Usage()
		os.Exit(2)
	}
	var tables [2]map[string]function
	for i := range tables {
		var err error
		if tables[i], err = read(flag.Arg(i)); err != nil {
			fmt.Fprintf(os.Stderr, "linetable: %s: %v\n", flag.Arg(i), err)
			os.Exit(2)
		}
	}
	differences := compare(tables[0], tables[1], set(*patchedFlag), set(*addedFlag))
	for _, difference := range differences {
		fmt.Println(difference)
	}
	fmt.Printf("%d functions, %d differences\n", len(tables[0]), len(differences))
	if len(differences) > 0 {
		os.Exit(1)
	}
}

func set(list string) map[string]bool {
	names := map[string]bool{}
	for _, name := range strings.Split(list, ",") {
		if name != "" {
			names[name] = true
		}
	}
	return names
}

// compare lists what the patched table may not have, and which of the functions named on the command line it fails
// to bear out.
func compare(plain, patched map[string]function, mayGain, mayBeNew map[string]bool) []string {
	var differences []string
	report := func(format string, args ...interface{}) {
		differences = append(differences, fmt.Sprintf(format, args...))
	}
	for name, was := range plain {
		is, ok := patched[name]
		switch {
		case !ok:
			if !*common {
				report("%s: gone", name)
			}
		case equal(was, is):
			if mayGain[name] {
				report("%s: has gained nothing", name)
			}
		case !mayGain[name]:
			report("%s: %s", name, first(was, is))
		case len(foreign(is)) == 0:
			report("%s: changed, with nothing from a patch file: %s", name, first(was, is))
		case !sameLines(was, own(is)):
			report("%s: beside what it gained: %s", name, first(was, own(is)))
		}
	}
	for name, is := range patched {
		if _, ok := plain[name]; ok {
			continue
		}
		switch {
		case !mayBeNew[name] && !*common:
			report("%s: new", name)
		case mayBeNew[name] && len(own(is)) > 0:
			report("%s: added, but not from a patch file: %s", name, own(is)[0])
		}
	}
	for name := range mayBeNew {
		if _, ok := patched[name]; !ok {
			report("%s: not added", name)
		}
	}
	for name := range mayGain {
		if _, ok := plain[name]; !ok {
			report("%s: not in the plain executable", name)
		}
	}
	sort.Strings(differences)
	return differences
}

func equal(a, b function) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// sameLines ignores order and repetition: in a function with more code the compiler may place the rest of it, spills
// above all, otherwise.
func sameLines(a, b function) bool {
	return subset(a, b) && subset(b, a)
}

func subset(a, b function) bool {
	in := map[position]bool{}
	for _, p := range b {
		in[p] = true
	}
	for _, p := range a {
		if !in[p] {
			return false
		}
	}
	return true
}

// first tells the first difference between two functions.
func first(was, is function) string {
	for i := 0; i < len(was) || i < len(is); i++ {
		switch {
		case i >= len(was):
			return fmt.Sprintf("ended, now goes on at %s", is[i])
		case i >= len(is):
			return fmt.Sprintf("went on at %s, now ends", was[i])
		case was[i] != is[i]:
			return fmt.Sprintf("was %s, is %s", was[i], is[i])
		}
	}
	return "equal"
}

func isForeign(p position) bool { return strings.HasPrefix(p.file, *prefix) }

func foreign(f function) function { return filter(f, isForeign) }

func own(f function) function {
	return filter(f, func(p position) bool { return !isForeign(p) })
}

func filter(f function, keep func(position) bool) function {
	var kept function
	for _, p := range f {
		if keep(p) {
			kept = kept.append(p)
		}
	}
	return kept
}

// append leaves out what repeats the last position.
func (f function) append(p position) function {
	if len(f) > 0 && f[len(f)-1] == p {
		return f
	}
	return append(f, p)
}

// read returns an executable's functions by name; one that occurs again is called NAME#2.
func read(path string) (map[string]function, error) {
	file, err := elf.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	table, err := lineTable(file)
	if err != nil {
		return nil, err
	}
	functions := map[string]function{}
	for i := range table.Funcs {
		f := &table.Funcs[i]
		if !*all && (!strings.HasPrefix(f.Name, "runtime.") || f.Name == "runtime.etext") {
			continue
		}
		name := f.Name
		for n := 2; ; n++ {
			if _, taken := functions[name]; !taken {
				break
			}
			name = fmt.Sprintf("%s#%d", f.Name, n)
		}
		functions[name] = positions(table, f, file.Machine)
	}
	if len(functions) == 0 {
		return nil, errors.New("no functions in its line table")
	}
	return functions, nil
}

// lineTable finds the table under any of the names that the linker gives its section.
func lineTable(file *elf.File) (*gosym.Table, error) {
	for _, name := range []string{".gopclntab", ".data.rel.ro.gopclntab"} {
		section := file.Section(name)
		if section == nil {
			continue
		}
		data, err := section.Data()
		if err != nil {
			return nil, err
		}
		start, err := textStart(file)
		if err != nil {
			return nil, err
		}
		return gosym.NewTable(nil, gosym.NewLineTable(data, start))
	}
	return nil, errors.New("no section .gopclntab: not a Go executable for an ELF system")
}

// textStart is runtime.text, which with cgo lies behind the C start-up code.
func textStart(file *elf.File) (uint64, error) {
	symbols, _ := file.Symbols() // none in a stripped executable
	for _, symbol := range symbols {
		if symbol.Name == "runtime.text" {
			return symbol.Value, nil
		}
	}
	if text := file.Section(".text"); text != nil {
		return text.Addr, nil
	}
	return 0, errors.New("no section .text")
}

func positions(table *gosym.Table, f *gosym.Func, machine elf.Machine) function {
	step := uint64(4)
	if machine == elf.EM_X86_64 || machine == elf.EM_386 || machine == elf.EM_S390 {
		step = 1
	}
	var found function
	for pc := f.Entry; pc < f.End; pc += step {
		// The padding behind a function has no file.
		if file, line, _ := table.PCToLine(pc); file != "" {
			found = found.append(position{file, line})
		}
	}
	return found
}
