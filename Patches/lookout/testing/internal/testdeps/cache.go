package testdeps

import (
	"io"
	"os"
)

// go test uses a cached result if the environment variables that the test has read and the files that it has opened are
// unchanged. Package os reads its variable and the policy before the test log starts, so both are added to the log here.
//
//routinex:after
func (TestDeps) StartTestLog(w io.Writer) {
	const variable = "ROUTINEX_LOOKOUT"
	log.Getenv(variable)
	if policy := os.Getenv(variable); policy != "" {
		log.Open(policy)
	}
}
