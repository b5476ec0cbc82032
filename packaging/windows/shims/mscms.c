/* Colour profiles of screens, which Wine 8 has only in part: there are none. */

#define NONE(name) void *name(void) { return 0; }

NONE(OpenColorProfileW)
NONE(CloseColorProfile)
NONE(GetColorProfileFromHandle)
NONE(WcsCreateIccProfile)
