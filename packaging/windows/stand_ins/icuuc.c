/* Stand-in for icuuc.dll, a part of Windows 10 that Wine lacks and Qt6Core asks for by name.

   It says "no such converter" (U_FILE_ACCESS_ERROR) to every question; Qt then uses its own codecs. It lives in the Wine prefix and never goes
   into a package: Windows has the real one. */
#define SHARED __declspec(dllexport)
#define FILE_ACCESS_ERROR 4

typedef int Error;
typedef unsigned short Char;

static void fail(Error *error) { if (error) *error = FILE_ACCESS_ERROR; }

SHARED void *ucnv_open(const char *name, Error *error) { fail(error); return 0; }
SHARED void ucnv_close(void *converter) {}
SHARED void ucnv_reset(void *converter) {}
SHARED const char *ucnv_getName(const void *converter, Error *error) { fail(error); return 0; }
SHARED signed char ucnv_getMaxCharSize(const void *converter) { return 1; }
SHARED const char *ucnv_getStandardName(const char *name, const char *standard, Error *error) { fail(error); return 0; }
SHARED const char *ucnv_getAvailableName(int index) { return 0; }
SHARED int ucnv_countAvailable(void) { return 0; }

SHARED void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
SHARED void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
SHARED void ucnv_getToUCallBack(const void *converter, void **action, const void **context) { if (action) *action = 0; if (context) *context = 0; }
SHARED void ucnv_getFromUCallBack(const void *converter, void **action, const void **context) { if (action) *action = 0; if (context) *context = 0; }
SHARED void ucnv_setToUCallBack(void *converter, void *action, const void *context, void **old, const void **before, Error *error) { fail(error); }
SHARED void ucnv_setFromUCallBack(void *converter, void *action, const void *context, void **old, const void **before, Error *error) { fail(error); }
SHARED void ucnv_cbToUWriteUChars(void *arguments, const Char *source, int length, int offset, Error *error) { fail(error); }
SHARED void ucnv_cbFromUWriteUChars(void *arguments, const Char **source, const Char *limit, int offset, Error *error) { fail(error); }

SHARED void ucnv_toUnicode(void *converter, Char **target, const Char *limit, const char **source, const char *end, int *offsets, signed char flush, Error *error) { fail(error); }
SHARED void ucnv_fromUnicode(void *converter, char **target, const char *limit, const Char **source, const Char *end, int *offsets, signed char flush, Error *error) { fail(error); }
SHARED int ucnv_toUCountPending(const void *converter, Error *error) { return 0; }
