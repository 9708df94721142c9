"""The reference event model: compiled facts, and behaviour written in JavaScript.

`data/` holds facts compiled from Web IDL and event data, one definition a line; `overlay.toml`
holds what those sources lack, each entry with the algorithm that says so; `facts` answers questions
about both; `refresh` compiles the data anew.
"""
