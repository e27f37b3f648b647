#!/bin/sh
# Install the reference for the user who runs this, without asking for any right; with --remove, take away what was installed, and nothing else.
#
#   sh install.sh             copies this folder, puts the reference into the menu and the command cervical-reference into ~/.local/bin
#   sh install.sh --remove    removes all of that; settings stay (their folder is named)
#
# XDG_DATA_HOME is respected. Nothing outside the home folder is touched, and nothing that is already there and is not ours is overwritten.
set -eu

NAME=cervical-reference
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)

fail() {
    echo "$NAME: $1" >&2
    exit 2
}

[ -n "${HOME:-}" ] || fail "HOME is not set, so there is no place to install to."
case ${XDG_DATA_HOME:-} in
    /*) data=$XDG_DATA_HOME ;;
    *) data=$HOME/.local/share ;; # the standard says: what is no full path does not count
esac
case ${XDG_CONFIG_HOME:-} in
    /*) settings=$XDG_CONFIG_HOME/$NAME ;;
    *) settings=$HOME/.config/$NAME ;;
esac
program=$data/$NAME
entry=$data/applications/$NAME.desktop
command=$HOME/.local/bin/$NAME
mark=$program/installed-by-install.sh
newline='
'
case $program in *"$newline"*) fail "the name of the folder $program has a line break." ;; esac

icon() {
    if [ "$1" = scalable ]; then echo "$data/icons/hicolor/scalable/apps/$NAME.svg"; else echo "$data/icons/hicolor/${1}x$1/apps/$NAME.png"; fi
}

refresh() { # menus look again; desktops that have no such tool look by themselves
    if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q "$data/applications" 2>/dev/null || :; fi
    if command -v gtk-update-icon-cache >/dev/null 2>&1 && [ -f "$data/icons/hicolor/icon-theme.cache" ]; then
        gtk-update-icon-cache -q -t "$data/icons/hicolor" 2>/dev/null || :
    fi
}

ours() { # a link of ours leads into our folder; an entry of ours names it
    [ -L "$command" ] && [ "$(readlink -- "$command")" = "$program/start.sh" ]
}

remove() {
    [ -f "$mark" ] || fail "nothing of this script is installed in $program."
    if ours; then rm -f -- "$command"; fi
    # the list was written while installing: what is not on it was not put there
    while IFS= read -r path; do
        case $path in "$data"/*) rm -f -- "$path" ;; esac
    done <"$mark"
    rm -rf -- "$program"
    # folders that are empty now and were made by us
    for folder in "$data/applications" "$HOME/.local/bin"; do rmdir -- "$folder" 2>/dev/null || :; done
    for size in 16 24 32 48 64 128 256 scalable; do rmdir -p -- "$(dirname -- "$(icon $size)")" 2>/dev/null || :; done
    refresh
    echo "Removed. Your settings, if any, stay in $settings."
}

escape() { # as the desktop entry standard asks: inside double quotes, and then as a value
    printf '%s' "$1" | sed -e 's/\\/\\\\\\\\/g' -e 's/"/\\\\"/g' -e 's/`/\\\\`/g' -e 's/\$/\\\\$/g' -e 's/%/%%/g'
}

install() {
    [ -x "$here/$NAME" ] || fail "the program is not beside this script; run it inside the unpacked folder."
    [ "$here" != "$(cd -- "$program" 2>/dev/null && pwd -P)" ] || fail "this is the installed copy; unpack a new one to update."
    sh "$here/start.sh" --version >/dev/null || exit 3
    if [ -e "$program" ] && [ ! -f "$mark" ]; then fail "$program is there already and was not made by this script."; fi
    if { [ -e "$command" ] || [ -L "$command" ]; } && ! ours; then fail "$command is there already and is not ours."; fi
    if [ -e "$entry" ] && ! grep -qsxF "$entry" "$mark"; then fail "$entry is there already and was not made by this script."; fi

    mkdir -p -- "$data" "$data/applications" "$HOME/.local/bin"
    new=$data/.$NAME-new
    rm -rf -- "$new"
    cp -R -P -- "$here" "$new" || { rm -rf -- "$new"; fail "the program could not be copied to $data; nothing was changed."; }
    { echo "$entry"; for size in 16 24 32 48 64 128 256 scalable; do icon $size; done; } >"$new/installed-by-install.sh"
    rm -rf -- "$program"
    mv -- "$new" "$program"

    for size in 16 24 32 48 64 128 256 scalable; do
        mkdir -p -- "$(dirname -- "$(icon $size)")"
        if [ "$size" = scalable ]; then cp -- "$program/$NAME.svg" "$(icon $size)"; else cp -- "$program/icons/$size.png" "$(icon $size)"; fi
    done
    exec_line="Exec=\"$(escape "$program/start.sh")\""
    while IFS= read -r line; do
        case $line in Exec=*) printf '%s\n' "$exec_line" ;; *) printf '%s\n' "$line" ;; esac
    done <"$program/$NAME.desktop" >"$entry"
    ln -sfn -- "$program/start.sh" "$command"
    refresh
    echo "Installed in $program; it is in the menu, and the command is $command."
}

case ${1:-} in
    "") install ;;
    --remove) remove ;;
    *) fail "unknown option $1; without any it installs, with --remove it removes." ;;
esac
