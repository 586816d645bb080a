package p

import (
	"fmt"
	_ "net/http"
)

//routinex:before
func F() {
	fmt.Println()
}
