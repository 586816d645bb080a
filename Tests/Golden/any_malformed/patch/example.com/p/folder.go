//routinex:packages work

package p
