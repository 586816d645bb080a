package native

//routinex:after
func Sum(a, b int) (sum int) {
	sum += 100
	PatchPlace = here() // the place
}
