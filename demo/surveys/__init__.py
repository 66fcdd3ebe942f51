"""The demo town's surveys, and what makes them."""
