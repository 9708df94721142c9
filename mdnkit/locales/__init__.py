"""What is particular to one locale: one TOML file each."""
