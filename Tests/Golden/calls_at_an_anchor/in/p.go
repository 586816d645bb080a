package p

import "os"

func F() {
	os.Exit(0)
}
