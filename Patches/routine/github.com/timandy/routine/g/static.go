// As in the parent package: both packages must use the same implementation.
//
//routinex:tags routinex

package g
