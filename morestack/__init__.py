"""Go compiled and run by Python, on goroutine stacks that really move."""
