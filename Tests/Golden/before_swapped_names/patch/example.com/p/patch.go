package p

//routinex:before
func Move(from, to string) error {
	if from == to {
		return nil
	}
}
