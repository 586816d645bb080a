// As in the parent package: both halves of the library must choose alike.
//
//routinex:tags routinex

package g
