package p

//routinex:before
func (c *Conn) serve() {}
