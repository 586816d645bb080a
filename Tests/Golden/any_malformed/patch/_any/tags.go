//routinex:packages example.com/p
//routinex:tags foo
//routinex:file remove x.go

package p
