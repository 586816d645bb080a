package p

func Run() { run() }
