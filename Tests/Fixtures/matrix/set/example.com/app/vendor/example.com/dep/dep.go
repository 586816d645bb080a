package dep

//routinex:replace
func Text() string { return "patched in the vendor folder" }
