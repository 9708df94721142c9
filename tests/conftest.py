"""Stands here so that this folder is on the path: tests share the modules that build their inputs."""
