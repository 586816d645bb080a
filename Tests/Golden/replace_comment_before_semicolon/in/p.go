package p

const A = 1 /* one */; const B = 2 /* two */

type T int /* three */; type U T
