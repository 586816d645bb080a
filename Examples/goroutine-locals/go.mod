module example/goroutine-locals

go 1.18

require github.com/timandy/routine v1.1.5

// A small stand-in, so that the example builds without a network. To use the real library, remove this line and the
// uses of routine.Native, which only the stand-in has.
replace github.com/timandy/routine => ./routine
