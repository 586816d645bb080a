//routinex:tags !fast && x

package p
