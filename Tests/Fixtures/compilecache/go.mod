module fixture/compilecache

go 1.18
