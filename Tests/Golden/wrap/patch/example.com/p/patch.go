package p

import "time"

//routinex:wrap
func (c *Client) Do(name string, args ...any) (err error) {
	start := time.Now()
	defer func() { println(time.Since(start), err) }()
	if name == "" {
		return nil
	}
	return original(name, args...)
}
