"""Runs the examples of pages against the reference event model, in engines that live in processes
of their own.
"""
