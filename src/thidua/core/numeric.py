"""NumPy for the core, loaded when the first column is computed.

Figures are read and rulebooks are checked and described far more often than anything is computed, and NumPy takes
longer to load than all of the core. Every module of the core takes `np` from here.
"""

from types import ModuleType
from typing import TYPE_CHECKING

__all__ = ["np"]

if TYPE_CHECKING:
    import numpy as np
else:

    class _NumPy(ModuleType):
        """Becomes NumPy when a name of it is first asked for."""

        def __getattr__(self, name: str) -> object:
            import numpy  # noqa: ICN001 - that it is late is the whole purpose

            vars(self).update(vars(numpy))
            return getattr(numpy, name)

    np = _NumPy("numpy")
