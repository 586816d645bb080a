package p

type (
	//routinex:extend
	T struct{ a int }

	// Added joins.
	Added struct{ T }
)
