package p // the package

import _ "strings"

func F(a string) {}

func G() {}
