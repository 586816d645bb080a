//line /patch/_any/clock.go:1:1
//routinex:packages example.com/p

package p

import (
	"context"
	          
	"time"
)

//routinex:calls time.Now
func now(ctx context.Context) time.Time { return time.Now() }

                                                               
  
                             
                                                                                      
