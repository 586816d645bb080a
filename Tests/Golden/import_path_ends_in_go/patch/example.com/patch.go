package example

func Y() {}
