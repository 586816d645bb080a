// Package spans logs how long functions of your own module take and what errors they return, if ROUTINEX_SPANS=1 is in the
// environment. The source does not change:
//
//	routinex go build --patches spans -o app . && ROUTINEX_SPANS=1 ./app
//
// Each call of one of these functions is one line on standard error, written when the function ends:
//
//	spans: 2026/11/21 09:30:00.123456 example.com/app/store.Load 41.802ms
//	spans: 2026/11/21 09:30:00.234567 example.com/app/store.(*Cache).Fill 212µs: no such file
//
// The set applies to the main module or workspace: to its exported functions and methods with a parameter of type
// context.Context and a result of type error. A directive in a function's comment changes that:
//
//	//spans:log reading the configuration     logs this function, which has a result of type error
//	//spans:time filling the shelves          logs this function, which has none
//	//spans:off                               does not log this function
//
// The text after the first two replaces the function's name in the log. It may be left out.
//
// A function that ends by a panic is logged too, without an error. A function that calls recover itself is not logged, since
// its recover would no longer stop a panic.
//
// The variable is read once, when the program starts. It may have any value that strconv.ParseBool accepts. Without it, each
// call costs a comparison and another call, and the function is not inlined.
package spans
