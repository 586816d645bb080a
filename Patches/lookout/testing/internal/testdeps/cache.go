package testdeps

import (
	"io"
	"os"
)

// go test shows a result from its cache when the environment variables that the test asked for, and the files that it opened,
// are the same. Package os does both before anyone listens.
//
//routinex:after
func (TestDeps) StartTestLog(w io.Writer) {
	const variable = "ROUTINEX_LOOKOUT"
	log.Getenv(variable)
	if policy := os.Getenv(variable); policy != "" {
		log.Open(policy)
	}
}
