package p

import (
	"context"
	"time"
)

func F(ctx context.Context) time.Time { return time.Now() }

func G() time.Time { return time.Now() }
