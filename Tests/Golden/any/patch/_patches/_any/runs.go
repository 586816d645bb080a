//routinex:packages example.com/... !example.com/q

package anything

import (
	"context"

	"routinex/target"
)

//routinex:each *
//routinex:before
func _(ctx context.Context) { entered(target.Name) }

// It is no error that the package has none.
//
//routinex:before
func notHere() {}

func entered(name string) { println(name) }
