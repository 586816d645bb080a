//line /patch/_any/patch.go:1:1
//routinex:packages example.com/p

package p

import (
	          
	"net/url"
)

//routinex:literal net/url.URL
func site(u *url.URL) *url.URL { return u }

                                                     
  
                                  
                                                     
