"""Where the blocks of a drawing go and how its lines run: a layered layout, from left to right.

The steps are those of K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of hierarchical system
structures" (1981): find what leads back, put each block in a column, order each column so that few lines cross, give
each block its height, route the lines through the gaps between columns. Lines of one kind that lead to the same block
become one line as early as they can: most flows have one place that all errors lead to.
"""

from connect_flows._layout._arrange import arrange
from connect_flows._layout._graph import Box, Layout, Link, Point

__all__ = ["Box", "Layout", "Link", "Point", "arrange"]
