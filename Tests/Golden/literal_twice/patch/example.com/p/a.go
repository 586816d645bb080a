package p

//routinex:literal T
func first(t *T) *T { return t }

//routinex:literal T
func second(t T) T { return t }

//routinex:literal list
func whole(l list) list { return l }
