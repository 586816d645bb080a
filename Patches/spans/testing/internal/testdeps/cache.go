package testdeps

import "io"

// go test shows a result from its cache when the environment variables that the test asked for are the same. The
// packages ask for theirs before anyone listens.
//
//routinex:after
func (TestDeps) StartTestLog(w io.Writer) {
	log.Getenv("ROUTINEX_SPANS")
}
