package p

import (
	str "strings"

	"os"
)

func F() { println(os.Getpid(), str.ToUpper("")) }
