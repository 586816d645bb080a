//routinex:module <v1.2.0

package dep

//routinex:replace
func Old() string { return "older" }
