package p

func init() {}

func init() {}
