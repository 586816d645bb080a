//line /in/q.go:1:1
package p

import (
	u "net/url"
)

var byName = map[string]*u.URL{"a": checked(/*line :7:37*/&u.URL/*line :7:37*/{Host: "a"})/*line :7:48*/}

func G() *u.URL { return checked(/*line :9:26*/&u.URL{})/*line :9:34*/ }
