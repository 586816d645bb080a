package p

import (
	"context"
	"fmt"
)

//routinex:calls fmt.Sprint
func sprint(a any, ctx context.Context) string { return fmt.Sprint(a) }
