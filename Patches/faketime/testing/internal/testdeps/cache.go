package testdeps

import "io"

// go test uses a cached result if the environment variables that the test has read are unchanged. Package time reads its
// variable before the test log starts, so the variable is added to the log here.
//
//routinex:after
func (TestDeps) StartTestLog(w io.Writer) {
	log.Getenv("ROUTINEX_FAKETIME")
}
