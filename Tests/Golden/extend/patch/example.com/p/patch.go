package p

//routinex:extend
type T struct {
	// extra counts.
	extra, more int `json:"extra"`
	E
}
