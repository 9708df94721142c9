"""What is known about each KumaScript macro: its parameters, its state, what it becomes."""
