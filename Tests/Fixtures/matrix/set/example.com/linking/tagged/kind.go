package tagged

//routinex:after
func Kind() (kind string) { kind += ", patched" }
