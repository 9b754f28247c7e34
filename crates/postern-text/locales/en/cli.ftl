# The command line. One line of output has no full stop; a sentence that explains has one.
