package p

func Q(driver int) { println(driver) }
