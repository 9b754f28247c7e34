# What is wrong with a line of an imported file, and what to do about it.
