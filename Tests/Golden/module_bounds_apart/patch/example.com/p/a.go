//routinex:module <v2.0.0

package p

//routinex:replace
func F() { println(1) }
