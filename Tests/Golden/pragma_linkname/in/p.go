package p

func f() {}

func g() {}

func h() {}
