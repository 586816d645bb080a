package p

import locks "sync"

type T struct {
	first locks.Mutex
}
