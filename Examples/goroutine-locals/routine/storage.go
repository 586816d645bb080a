//go:build !routinex

package routine

import (
	"sync"

	"github.com/timandy/routine/g"
)

// Without the runtime's help, a goroutine's values are in a map, by the goroutine's number. Numbers are never reused, so
// no goroutine sees another's values. But plain Go does not tell when a goroutine ends, so only the function Go removes an
// entry, at the end of the goroutine that it started. All other entries stay.

type shard struct {
	sync.Mutex
	slots map[uint64]*[kinds]*values
}

var shards [64]shard

func load(k kind) *values {
	id := g.ID()
	s := &shards[id%uint64(len(shards))]
	s.Lock()
	defer s.Unlock()
	if slot := s.slots[id]; slot != nil {
		return slot[k]
	}
	return nil
}

func store(k kind, v *values) {
	id := g.ID()
	s := &shards[id%uint64(len(shards))]
	s.Lock()
	defer s.Unlock()
	slot := s.slots[id]
	if slot == nil {
		if s.slots == nil {
			s.slots = make(map[uint64]*[kinds]*values)
		}
		slot = new([kinds]*values)
		s.slots[id] = slot
	}
	slot[k] = v
}

// forget removes all values of the running goroutine, which is about to end.
func forget() {
	id := g.ID()
	s := &shards[id%uint64(len(shards))]
	s.Lock()
	defer s.Unlock()
	delete(s.slots, id)
}
