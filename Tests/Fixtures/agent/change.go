package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"strings"
)

// isPackage says whether compile is called for the package. The go command's -p is main for each command.
func (c *call) isPackage(path string) bool {
	name, _ := c.value("-p")
	return name == path
}

// The printer leaves a comment `//line` at the left margin where it stood there. Printers that keep no columns, like
// dst's, do not: so this one does not see what it is, only another directive.
var hideLine, showLine = strings.NewReplacer("//line ", "//agent:line "), strings.NewReplacer("//agent:line ", "//line ")

// printFiles parses and prints all Go files of the package, or of each package if there is no name.
func (c *call) printFiles(path string) error {
	if path != "" && !c.isPackage(path) {
		return nil
	}
	for _, index := range c.goFiles() {
		set, file, err := c.parse(index)
		if err != nil {
			return err
		}
		for _, group := range file.Comments {
			for _, comment := range group.List {
				comment.Text = hideLine.Replace(comment.Text)
			}
		}
		var text bytes.Buffer
		if err := printer.Fprint(&text, set, file); err != nil {
			return err
		}
		if err := c.replaceFile(index, []byte(showLine.Replace(text.String()))); err != nil {
			return err
		}
	}
	return nil
}

func (c *call) parse(index int) (*token.FileSet, *ast.File, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, c.arguments[index], nil, parser.ParseComments)
	return set, file, err
}

// edit adds a println to a function of a package, on the line of its brace. With the path of an original, only in that
// file.
func (c *call) edit(path, function, original string) error {
	if !c.isPackage(path) {
		return nil
	}
	message := "agent: " + function + ", edition " + edition
	if *configFlag != "" {
		config, err := os.ReadFile(*configFlag)
		if err != nil {
			return err
		}
		message += ", " + strings.TrimSpace(string(config))
	}
	for _, index := range c.goFiles() {
		if original != "" && c.arguments[index] != original {
			continue
		}
		set, file, err := c.parse(index)
		if err != nil {
			return err
		}
		for _, declaration := range file.Decls {
			target, ok := declaration.(*ast.FuncDecl)
			if !ok || target.Body == nil || !isCalled(target, function) {
				continue
			}
			text, err := os.ReadFile(c.arguments[index])
			if err != nil {
				return err
			}
			inside := set.PositionFor(target.Body.Lbrace, false).Offset + 1
			changed := fmt.Sprintf("%s println(%q); %s", text[:inside], message, text[inside:])
			return c.replaceFile(index, []byte(changed))
		}
	}
	return nil
}

func isCalled(function *ast.FuncDecl, name string) bool {
	if function.Recv == nil {
		return function.Name.Name == name
	}
	star, receiver := "", function.Recv.List[0].Type
	if pointer, ok := receiver.(*ast.StarExpr); ok {
		star, receiver = "*", pointer.X
	}
	named, ok := receiver.(*ast.Ident)
	return ok && (name == named.Name+"."+function.Name.Name || name == "("+star+named.Name+")."+function.Name.Name)
}

// addVersion makes the package say its module's version, which stands in the path of its first Go file between the
// module's path and an @, and the next slash. A module's path is looked for as it is, the letters of escaped ones too.
func (c *call) addVersion(module string) error {
	if !c.isPackage(module) {
		return nil
	}
	for _, index := range c.goFiles() {
		_, rest, found := strings.Cut(c.arguments[index], module+"@")
		version, _, inFolder := strings.Cut(rest, "/")
		if !found || !inFolder {
			return nil
		}
		text, err := os.ReadFile(c.arguments[index])
		if err != nil {
			return err
		}
		added := fmt.Sprintf("\nfunc init() { println(%q) }\n", "agent: "+module+" "+version)
		return c.replaceFile(index, append(text, added...))
	}
	return nil
}
