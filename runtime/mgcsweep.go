package runtime

// bgsweep is Go's background sweeper: here it only waits.
func bgsweep(c chan int) {
	systemg()
	c <- 1
	for {
		goparkunlock(nil, waitReasonGCSweepWait, 1)
	}
}

// bgsweep14 is bgsweep at the seed's time.
func bgsweep14() {
	systemg()
	for {
		goparkunlock(nil, waitReasonGCSweepWait, 1)
	}
}
