//line /patch/example.com/p/x.go:1:1
package p
//line /patch/example.com/p/x.go:2:1

           
//line /patch/example.com/p/x.go:4:1

// Added is not a patch.
func Added() {}
//line /patch/example.com/p/x.go:7:1

                 
                           
           
 
//line /patch/example.com/p/x.go:12:1

// AlsoAdded stands behind a patch.
func AlsoAdded() {}
//line /patch/example.com/p/x.go:15:1

                
                 
           
 
//line /patch/example.com/p/x.go:20:1

                 
                  
      
 
//line /patch/example.com/p/x.go:25:1

                 
             
           
 
//line /patch/example.com/p/x.go:30:1

// AddedLast stands behind another.
func AddedLast() {}
