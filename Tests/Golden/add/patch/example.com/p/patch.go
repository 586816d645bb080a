// Package p gains declarations.
package p

import (
	"os"
	str "strings"
)

// Upper is added.
//
//go:noinline
func Upper(s string) string { return str.ToUpper(s) }

var (
	// Pid is added too.
	Pid = os.Getpid()

	one, two = 1, 2
)

const (
	a = iota
	b
)

type Name string

func (n Name) Upper() Name { return Name(Upper(string(n))) }

func init() { Pid++ }

func init() { one, two = two, one }

var _ = one
