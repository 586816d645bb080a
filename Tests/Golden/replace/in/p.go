package p

import (
	"fmt"
	"os"
)

func F(x int) error {
	fmt.Println(x)
	return nil // done
}

var V = os.Getpid()

type T struct {
	a int // a
}

const (
	A = iota
	B
	C
)

func use() { os.Exit(1) }
