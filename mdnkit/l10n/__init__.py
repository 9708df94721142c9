"""How translations relate to their English: pairs, states, changes."""
