package p

import (
	"example.com/n/driver"
	"fmt"
)

//routinex:before
func F() {
	fmt.Println(pq.Open())
}
