package p

import "net/url"

//routinex:literal net/url.URL
func site(u *url.URL) *url.URL { return u }

//routinex:literal T
//routinex:optional
func optional(t T) T { return t }

//routinex:literal U
func hidden(u U) U { return u }

//routinex:literal V
func elided(v V) V { return v }

//routinex:literal example.com/other.URL
func mistaken(u *url.URL) *url.URL { return u }

//routinex:literal G
func generic(g G) G { return g }
