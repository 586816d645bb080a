package p

func F(int, map[string]rune) (error, map[string]int) { return nil, nil }

func G(int, func(string)) (int, chan int) { return 0, nil }

func H(f func(int, func(string) error, chan<- int, map[int]int)) {}
