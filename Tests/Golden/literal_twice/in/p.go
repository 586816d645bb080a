package p

type T struct{ a int }

type list []T

func F() {
	_ = T{1}
	_ = &T{2}
	_ = []T{{3}}
	_ = []*T{{4}}
	_ = list{{5}, T{6}}
}
