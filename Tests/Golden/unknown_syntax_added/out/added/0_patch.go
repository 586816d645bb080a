//line /patch/example.com/p/patch.go:1:1
package p

import (
	"fmt"
	    
)

                 
                                      

func added() error {
	fmt.Println(1)?
	return nil
}
