/* Windows 10's icuuc.dll, which Wine 8 lacks: as much of it as Qt asks for.
 *
 * Qt opens a converter only for encodings that it does not know by itself; told that there is
 * none, it does without. Nothing below is called after that. */

typedef struct UConverter UConverter;

UConverter *ucnv_open(const char *name, int *status)
{
    *status = 4; /* U_FILE_ACCESS_ERROR */
    return 0;
}

int ucnv_countAvailable(void)
{
    return 0;
}

#define NOTHING(name) void *name(void) { return 0; }

NOTHING(ucnv_close)
NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NOTHING(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NOTHING(ucnv_reset)
NOTHING(ucnv_getMaxCharSize)
NOTHING(ucnv_getName)
NOTHING(ucnv_getToUCallBack)
NOTHING(ucnv_getFromUCallBack)
NOTHING(ucnv_setToUCallBack)
NOTHING(ucnv_setFromUCallBack)
NOTHING(ucnv_cbToUWriteUChars)
NOTHING(ucnv_toUnicode)
NOTHING(ucnv_cbFromUWriteUChars)
NOTHING(ucnv_toUCountPending)
NOTHING(ucnv_fromUCountPending)
NOTHING(ucnv_getStandardName)
NOTHING(ucnv_getAvailableName)
NOTHING(ucnv_fromUnicode)
