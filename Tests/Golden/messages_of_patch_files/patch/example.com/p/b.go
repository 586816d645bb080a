package p

//routinex:after
func F() int { return 1 }

//routinex:replace
var c int

//routinex:replace
func G()

//routinex:wrap
type T int

//routinex:pragma noinline
func H() {}

//routinex:calls http.
func I() {}

//routinex:calls net/http.Client.Do
func J() {}

//routinex:calls net/http.Get
func K()

//routinex:calls net/http.Get
var d = 1

//routinex:remove now
func L() {}

//routinex:replace
var (
	e = 1
)

//routinex:extend
var (
	f = 1
)
