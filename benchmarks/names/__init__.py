"""How well names of materials are told apart and together: labelled names, pairs, ours, and names made by rule."""
