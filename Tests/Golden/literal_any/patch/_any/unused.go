//routinex:packages example.com/p

package anything

import "net/http"

//routinex:literal net/http.Transport
func transport(t *http.Transport) *http.Transport { return helped(t) }

func helped(t *http.Transport) *http.Transport { return t }
