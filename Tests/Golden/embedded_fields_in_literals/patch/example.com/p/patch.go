package p

import web "net/http"

//routinex:wrap
func F(client *web.Client, count int) T {
	t := original(client, count)
	u := T{Handler: t.Handler, Client: t.Client, G: t.G, n: t.n}
	u.Client = &web.Client{Timeout: u.Client.Timeout}
	return u
}

type added struct {
	web.Handler
	*web.Request
	G[string]
}
