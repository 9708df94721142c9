"""What is known about each KumaScript macro: its parameters, its state, and what it becomes on a page."""
