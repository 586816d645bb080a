// The library holds two implementations and picks one by this tag. Set here and not by the user, it can never
// disagree with the runtime that is being built.
//
//routinex:tags routinex

package routine
