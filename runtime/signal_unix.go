package runtime

// Faults: what the machine reports as a signal becomes a panic or the end of the program.

// sigpanic is what a fault calls, as if the faulting instruction did: it becomes a panic or the end of the program. The
// machine has set sig, sigcode0, sigcode1 (the address) and sigpc.
func sigpanic() {
	gp := getg()
	if !canpanic(gp) {
		throw("unexpected signal during runtime execution")
	}
	switch gp.sig {
	case sigSEGV, sigBUS:
		if gp.sigcode1 < 0x1000 {
			panicmem()
		}
		if gp.paniconfault {
			panicmemAddr(gp.sigcode1)
		}
		printlock()
		printstring("unexpected fault address ")
		printhex(uint64(gp.sigcode1))
		printnl()
		printunlock()
		throw("fault")
	case sigFPE:
		panicdivide()
	}
	throw("unexpected signal during runtime execution")
}

const (
	sigABRT = 6
	sigBUS  = 7
	sigFPE  = 8
	sigSEGV = 11
)

// canpanic reports whether a fault on gp may become a panic.
func canpanic(gp *g) bool {
	mp := gp.m
	if gp != mp.curg {
		return false
	}
	if mp.locks != 0 || mp.mallocing != 0 || mp.throwing != throwTypeNone || mp.gcing != 0 || mp.dying != 0 {
		return false
	}
	return gp.status&^_Gscan == _Grunning && gp.syscallsp == 0
}

func signame(sig uint32) string {
	switch sig {
	case 2:
		return "SIGINT: interrupt"
	case 3:
		return "SIGQUIT: quit"
	case sigABRT:
		return "SIGABRT: abort"
	case sigBUS:
		return "SIGBUS: bus error"
	case sigFPE:
		return "SIGFPE: floating-point exception"
	case sigSEGV:
		return "SIGSEGV: segmentation violation"
	case 15:
		return "SIGTERM: terminate"
	}
	return ""
}
