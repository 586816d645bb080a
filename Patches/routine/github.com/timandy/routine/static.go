// The library has two implementations, and this tag selects one. The patch sets the tag, not the user, so it always fits
// the runtime that is being built.
//
//routinex:tags routinex

package routine
