// Linking prints a line for each of its packages, which the patch set beside it patches.
package main

import (
	"fmt"

	"example.com/linking/assembly"
	"example.com/linking/native"
	"example.com/linking/stamp"
	"example.com/linking/tagged"
)

func main() {
	fmt.Println("cgo:", native.Sum(1, 2), native.Place, native.PatchPlace)
	fmt.Println("assembly:", assembly.Add(1, 2), assembly.Words())
	fmt.Println("stamp:", stamp.Describe())
	fmt.Println("tagged:", tagged.Kind())
}
