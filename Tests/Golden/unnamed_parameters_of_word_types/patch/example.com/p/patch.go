package p

//routinex:before
func F(n int, m map[string]int32) (err error, r map[string]int) { println(n, len(m)) }

//routinex:wrap
func G(int, func(string)) (int, chan int) { return original(1, nil) }

//routinex:before
func H(g func(int, func(string) error, chan<- int, map[int]int)) { g(1, nil, nil, nil) }

func added(int, map[string]rune, ...func(int)) {}
