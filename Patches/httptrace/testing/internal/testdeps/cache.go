package testdeps

import "io"

// go test shows a result from its cache when the environment variables that the test asked for are the same. Package
// net/http asks for its own before anyone listens.
//
//routinex:after
func (TestDeps) StartTestLog(w io.Writer) {
	log.Getenv("ROUTINEX_HTTPTRACE")
}
