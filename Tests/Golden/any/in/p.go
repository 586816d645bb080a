package p

import "context"

func Run(ctx context.Context) error { return nil }

func other() {}
