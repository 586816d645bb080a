package p

func LinuxAMD64() {}
