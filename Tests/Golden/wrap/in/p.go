package p

type Client struct{}

func (c *Client) Do(string, ...any) error {
	c.Do("")
	return nil
}
