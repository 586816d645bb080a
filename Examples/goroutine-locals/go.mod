module example/goroutine-locals

go 1.18

require github.com/timandy/routine v1.1.5

// A small stand-in, so that the example builds without a network. Remove this line to use the real library.
replace github.com/timandy/routine => ./routine
