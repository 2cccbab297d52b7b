package poll

// pollDesc is where goroutines wait for a descriptor.
type pollDesc struct{}

// runtime_pollWait parks the goroutine until fd can be read (mode 'r') or written ('w').
func runtime_pollWait(fd int, mode int)

func (pd *pollDesc) wait(fd *FD, mode int) { runtime_pollWait(fd.Sysfd, mode) }

func (pd *pollDesc) waitRead(fd *FD) { pd.wait(fd, 'r') }

func (pd *pollDesc) waitWrite(fd *FD) { pd.wait(fd, 'w') }
