// Command mock prints what its functions make of a word.
package main

import "fmt"

func greeting(name string) string { return "hello " + name }

func main() { fmt.Println(greeting("you")) }
