//routinex:befor
//routinex:tags

package p

//routinex:before
type T struct{ a int }

//routinex:before
func NoBody()

//routinex:extend
func F() {}

//routinex:extend
type U []int

//routinex:extend
type V struct{}

//routinex:beforre
func G() {}

//routinex:optinal
//routinex:nothing-like-it
func H() {}

//routinex:before

func I() {}

var (
	//routinex:extend
	a int
)

func J() {} //routinex:before
