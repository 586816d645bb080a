package assembly

//routinex:extend
type pair struct{ carry uintptr }

//routinex:edit
func Add(a, b int) int {
	//routinex:after p := pair{a: uintptr(a), b: uintptr(b)}
	p.carry = 100
	p.a = add(p.a, p.carry)
}
