package p

//routinex:before
func (b *B) Close() error {
	b.closed = true
}
