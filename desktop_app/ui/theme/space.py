"""The grid of four pixels, and what stands on it; Qt's pixels follow the screen's scale."""

XS = 4
S = 8
M = 16
L = 24

RADIUS = 6
FIELD_HEIGHT = 32
ROW_HEIGHT = 34
FORM_WIDTH = 640
ICON = 18
