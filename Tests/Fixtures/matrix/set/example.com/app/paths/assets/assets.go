package assets

//routinex:after
func Text() (text string) { text += ", patched" }
