package p

import (
	"os"
	"strings"
)

func F() { println(os.Getpid(), strings.ToUpper("")) }
