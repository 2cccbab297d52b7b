package main

import "fmt"

// min and max of floats, one of them a constant, where only one branch is possible.

type T float64

func (x T) clamp() T {
	if x < 5 {
		return max(x, 3)
	}
	return min(9, x)
}

func sum(x float32) float32 {
	return min(x, 1, 2) + max(0, x, -1)
}

func main() {
	fmt.Println(T(2).clamp(), T(4).clamp(), T(7).clamp(), T(10).clamp())
	var zero, nan float64
	nan = zero / zero
	fmt.Println(min(nan, 1), max(1, nan), 1/min(zero, -zero), max(zero, 0))
	fmt.Println(sum(0.5), sum(-3))
}

// Output:
// 3 4 7 9
// NaN NaN -Inf 0
// 1 -3
