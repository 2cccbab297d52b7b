package runtime

// The background scavenger of Go: here it only waits.

type scavengerState struct {
	parked bool
}

var scavenger scavengerState

func bgscavenge(c chan int) {
	systemg()
	c <- 1
	for {
		scavenger.park()
	}
}

func (s *scavengerState) park() {
	s.parked = true
	goparkunlock(nil, waitReasonGCScavengeWait, 2)
}
