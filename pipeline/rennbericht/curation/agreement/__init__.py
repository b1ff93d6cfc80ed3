"""How far two readers who annotated the same reports alone agree, and where they do not.

`readings` compiles what they wrote, `measure` scores one by the other, `causes` pairs what is left
over, `view` writes what people read.
"""
