//line /in/p.go:1:1
package p

import (
	"context"
	"time"
)

func F(ctx context.Context) time.Time { return now/*line :8:56*/(ctx/*line :8:57*/) }

func G() time.Time { return time.Now() }
