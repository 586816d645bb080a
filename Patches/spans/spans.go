// Package spans logs how long functions of your own module take and what they return, when ROUTINEX_SPANS=1 is in the
// environment. Nothing has to be changed in the source:
//
//	routinex go build --patches spans -o app . && ROUTINEX_SPANS=1 ./app
//
// Each call of one of these functions is a line on standard error, written when the function ends:
//
//	spans: 2026/11/21 09:30:00.123456 example.com/app/store.Load 41.802ms
//	spans: 2026/11/21 09:30:00.234567 example.com/app/store.(*Cache).Fill 212µs: no such file
//
// They are the exported functions and methods, of the main module or workspace, with a parameter of type context.Context and
// a result of type error, and any other that has a directive in its comment:
//
//	//spans:log reading the configuration
//
// for a function with a result of type error,
//
//	//spans:time
//
// for one without. What follows the word takes the place of the function's name. A function with //spans:off is passed by.
//
// A function that ends by a panic has a line too, without a remark. One that calls recover itself is passed by, since it
// would not recover from there.
//
// The variable is read once, when the program starts, and may have any value that strconv.ParseBool knows. Without it each
// call costs a comparison and another call, and the function is not inlined.
package spans
