//go:build !routinex

package routine

import (
	"sync"

	"github.com/timandy/routine/g"
)

// Without the runtime's help a goroutine's values are kept in maps, by its number. Numbers are never used twice, so
// no goroutine sees another's values; but nobody says when one has ended, so the entries of goroutines that were not
// started by Go stay for ever.

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

// forget drops all values of a goroutine that is about to end.
func forget() {
	id := g.ID()
	s := &shards[id%uint64(len(shards))]
	s.Lock()
	defer s.Unlock()
	delete(s.slots, id)
}
