package p

import _ "embed"

//routinex:pragma go:embed a.txt
var s string
