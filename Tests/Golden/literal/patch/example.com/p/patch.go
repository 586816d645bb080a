package p

import "net/url"

//routinex:literal net/url.URL
func checked(u *url.URL) *url.URL {
	if u.Scheme == "" {
		u.Scheme = "https"
	}
	return u
}

func other() *url.URL { return &url.URL{} }
