package stamp

//routinex:replace
var Name = "patch"

// Added is another variable that the linker can set.
var Added = "patch"

//routinex:after
func Describe() (text string) { text += " " + Added }
