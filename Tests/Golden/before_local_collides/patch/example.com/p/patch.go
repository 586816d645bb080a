package p

//routinex:before
func Run(job string) {
	name := job + "!"
	for _, name := range []string{name} {
		println(name, job)
	}
}
