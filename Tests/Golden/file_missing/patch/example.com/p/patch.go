//routinex:file remove quick.go

package p
