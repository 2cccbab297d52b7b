"""The project's tests: golden programs, wrong programs, reference traces and benchmarks, all through the front door."""
