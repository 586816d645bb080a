//routinex:module >=v1.2.0 <v2.0.0

package dep

//routinex:replace
func Text() string { return "patched" }
