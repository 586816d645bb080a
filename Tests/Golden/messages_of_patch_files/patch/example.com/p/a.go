//routinex:file replac x.go
//routinex:file remove ../x.go
//routinex:module 1.2
//routinex:modul >=v1

package p
