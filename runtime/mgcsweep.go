package runtime

// bgsweep is Go's background sweeper: here it only waits.
func bgsweep(c chan int) {
	systemg()
	if c != nil {
		c <- 1
	}
	for {
		goparkunlock(nil, waitReasonGCSweepWait, 1)
	}
}
