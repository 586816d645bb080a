package p

import "net/url"

//routinex:before
func Open(address string) error {
	if _, err := url.Parse(address); err != nil {
		return err
	}
}
