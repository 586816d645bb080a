package p

// A file without the import.
func G2() pool { return pool{{Host: "a"}, nil} }
