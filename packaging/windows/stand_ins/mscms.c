/* Stand-in for mscms.dll, Windows' colour profiles. Wine 8's own lacks WcsCreateIccProfile; from Qt 6.12 on the call of what is missing ends the
   listing of screens, and Qt has none. Every call here fails as if there were no profile; Qt then takes the screen for sRGB. It lives in the Wine
   prefix and never goes into a package. */
#include <windows.h>

#define SHARED __declspec(dllexport)

SHARED HANDLE WINAPI OpenColorProfileA(void *profile, DWORD access, DWORD share, DWORD mode) { SetLastError(ERROR_PROFILE_NOT_FOUND); return 0; }
SHARED HANDLE WINAPI OpenColorProfileW(void *profile, DWORD access, DWORD share, DWORD mode) { SetLastError(ERROR_PROFILE_NOT_FOUND); return 0; }
SHARED HANDLE WINAPI WcsOpenColorProfileW(void *a, void *b, void *c, DWORD access, DWORD share, DWORD mode, DWORD flags) { return 0; }
SHARED HANDLE WINAPI WcsCreateIccProfile(HANDLE profile, DWORD options) { return 0; }
SHARED BOOL WINAPI CloseColorProfile(HANDLE profile) { return TRUE; }
SHARED BOOL WINAPI GetColorProfileFromHandle(HANDLE profile, BYTE *data, DWORD *size) { return FALSE; }
SHARED BOOL WINAPI WcsGetDefaultColorProfile(DWORD scope, const WCHAR *device, DWORD type, DWORD subtype, DWORD id, DWORD size, WCHAR *name) { return FALSE; }
SHARED BOOL WINAPI WcsGetDefaultColorProfileSize(DWORD scope, const WCHAR *device, DWORD type, DWORD subtype, DWORD id, DWORD *size) { return FALSE; }
SHARED BOOL WINAPI WcsGetUsePerUserProfiles(const WCHAR *device, DWORD kind, BOOL *own) { if (own) *own = FALSE; return TRUE; }
SHARED BOOL WINAPI GetColorDirectoryW(const WCHAR *machine, WCHAR *folder, DWORD *size) { return FALSE; }
