package p

import (
	"fmt"
	"os"
)

//routinex:before
func F() { added(); println(os.Args) }

func added() error {
	fmt.Println(1)?
	return nil
}
