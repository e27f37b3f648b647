/* Stand-in for bcryptprimitives.dll, a part of Windows 10 that Wine 8 lacks and the search's extension (compiled from Rust) asks for random numbers.

   They come from the generator that Wine has. It lives in the Wine prefix and never goes into a package: Windows has the real one. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *data, SIZE_T size) { return RtlGenRandom(data, (ULONG)size); }
