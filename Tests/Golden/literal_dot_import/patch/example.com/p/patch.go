package p

import "net/url"

//routinex:literal net/url.Userinfo
func user(u url.Userinfo) url.Userinfo { return u }

//routinex:literal net/url.URL
func site(u *url.URL) *url.URL { return u }
