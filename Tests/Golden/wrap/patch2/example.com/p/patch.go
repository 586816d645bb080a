package p

//routinex:wrap
func (c *Client) Do(name string, args ...any) error {
	return original(name+"!", args...)
}
