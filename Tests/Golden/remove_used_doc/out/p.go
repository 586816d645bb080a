//line /in/p.go:1:1
package p; /*line :1:24*/ func G() {}
