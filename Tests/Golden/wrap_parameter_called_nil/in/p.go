package p

func g(nil int) int { return nil }

func h(true, len int) (error error) { println(true, len); return error }
