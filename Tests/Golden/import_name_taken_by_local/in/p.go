package p

import neturl "net/url"

func F(neturl string) {}

func G(a string) { neturl.Parse(a) }
