package testdeps

import "io"

// go test shows a result from its cache when the environment variables that the test asked for are the same. Package
// time asks for its own long before anyone listens.
//
//routinex:after
func (TestDeps) StartTestLog(w io.Writer) {
	log.Getenv("ROUTINEX_FAKETIME")
}
