//line /patch/_patches/_any/runs.go:1:1
//routinex:packages example.com/... !example.com/q

package p

import (
	         

	                 
)

                 
                 
                                                    

                                            
  
                 
                 

func entered(name string) { println(name) }
