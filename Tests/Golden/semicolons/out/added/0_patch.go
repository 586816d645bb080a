//line /patch/example.com/p/patch.go:1:1
package p

             import "strings"

                 
                               func G() { println(strings.ToUpper("")) }
