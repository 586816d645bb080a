package p

import "net/url"

//routinex:literal
func a(u *url.URL) *url.URL { return u }

//routinex:literal net/url
func b(u *url.URL) *url.URL { return u }

//routinex:literal net/url.URL
func c(u *url.URL) url.URL { return *u }

//routinex:literal net/url.URL
func d(u *url.Userinfo) *url.Userinfo { return u }

//routinex:literal net/url.URL
func e(u ...url.URL) []url.URL { return u }

//routinex:literal net/url.URL
func f(u, v url.URL) url.URL { return u }

//routinex:literal net/url.URL
func g(u **url.URL) **url.URL { return u }

//routinex:literal net/url.URL
type h struct{}

//routinex:literal T
func i[E any](t T[E]) T[E] { return t }

//routinex:literal net/url.URL
func j(u *url.URL) *url.URL

//routinex:literal *net/url.URL
func k(u *url.URL) *url.URL { return u }
