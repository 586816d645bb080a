package p

//routinex:before
func (table *Table[Key, Value]) Get(key Key) (Value, bool) {
	var none Value
	if table.entries == nil {
		return none, false
	}
	var zero Key
	if key == zero {
		table.zeros++
	}
}
