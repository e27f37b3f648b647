#!/bin/sh
# Start the reference, or say in one line that this system is too old for it: a glibc below this one would stop it before it can speak.
OLDEST=2.35
here=$(dirname "$(readlink -f "$0")")
have=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/^glibc //')
if [ -n "$have" ] && [ "$(printf '%s\n%s\n' "$OLDEST" "$have" | sort -V | head -n 1)" != "$OLDEST" ]; then
    echo "cervical-reference: this system has glibc $have; the program needs glibc $OLDEST or newer (Ubuntu 22.04, Debian 12 or later)." >&2
    exit 3
fi
exec "$here/cervical-reference" "$@"
