//line /patch/example.com/p/patch.go:1:1
package p

type (
	                 
	                 

	// Added joins.
	Added struct{ T }
)
