//routinex:packages example.com/p

package anything

import (
	"context"
	"net/http"
	"time"
)

//routinex:calls time.Now
func now(ctx context.Context) time.Time { return time.Now() }

// The package has no use for it, and does not import net/http.
//
//routinex:calls net/http.Get
func get(url string, r *http.Request) (*http.Response, error) { return http.Get(url) }
