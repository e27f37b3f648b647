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

say() { # like echo, but takes every name as it is
    printf '%s\n' "$1"
}

fail() {
    say "$NAME: $1" >&2
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
mark=$program/installed.txt
SIZES="16 24 32 48 64 128 256 scalable"
newline='
'
case $program in *"$newline"*) fail "the name of the folder $program has a line break." ;; esac

icon() {
    if [ "$1" = scalable ]; then say "$data/icons/hicolor/scalable/apps/$NAME.svg"; else say "$data/icons/hicolor/${1}x$1/apps/$NAME.png"; fi
}

refresh() { # an index of icons that is there already learns of ours; menus look by themselves, and the entry claims no kind of file
    if command -v gtk-update-icon-cache >/dev/null 2>&1 && [ -f "$data/icons/hicolor/icon-theme.cache" ]; then
        gtk-update-icon-cache -q -t "$data/icons/hicolor" 2>/dev/null || :
    fi
}

ours() { # a link of ours leads into our folder; an entry of ours names it
    [ -L "$command" ] && [ "$(readlink -- "$command")" = "$program/start.sh" ]
}

each() { # the paths of one kind (f: files, d: folders) that this script made, from its list
    sed -n "s/^$1 //p" "$mark"
}

remove() {
    [ -f "$mark" ] || fail "nothing of this script is installed in $program."
    if ours; then rm -f -- "$command"; fi
    list=$(each f)
    folders=$(each d | sort -r) # inner ones first
    printf '%s\n' "$list" | while IFS= read -r path; do
        case $path in "$data"/*) rm -f -- "$path" ;; esac
    done
    rm -f -- "$mark"
    if [ -d "$program" ]; then find "$program" -depth -type d -exec rmdir -- {} \; 2>/dev/null || :; fi
    refresh
    printf '%s\n' "$folders" | while IFS= read -r path; do
        rmdir -- "$path" 2>/dev/null || : # one that is not empty stays
    done
    if [ -d "$program" ]; then say "Removed. What others put into $program stays there."; else say "Removed."; fi
    if [ -d "$settings" ]; then say "Your settings stay in $settings."; fi
}

folder() { # make a folder, and note every part of its path that was not there
    if [ ! -d "$1" ]; then
        folder "$(dirname -- "$1")"
        mkdir -- "$1"
        made="$made$1$newline"
    fi
}

escape() { # as the desktop entry standard asks: inside double quotes, and then as a value
    # shellcheck disable=SC2016
    printf '%s' "$1" | sed -e 's/\\/\\\\\\\\/g' -e 's/"/\\\\"/g' -e 's/`/\\\\`/g' -e 's/\$/\\\\$/g' -e 's/%/%%/g'
}

install() {
    [ -x "$here/$NAME" ] || fail "the program is not beside this script; run it inside the unpacked folder."
    [ "$here" != "$(cd -- "$program" 2>/dev/null && pwd -P)" ] || fail "this is the installed copy; unpack a new one to update."
    sh "$here/start.sh" --version >/dev/null || exit 3
    if [ -e "$program" ] && [ ! -f "$mark" ]; then fail "$program is there already and was not made by this script."; fi
    if { [ -e "$command" ] || [ -L "$command" ]; } && ! ours; then fail "$command is there already and is not ours."; fi
    exec_line="Exec=\"$(escape "$program/start.sh")\" %f"
    if [ -e "$entry" ] && ! grep -qsxF -e "$exec_line" -e "${exec_line% %f}" -- "$entry"; then fail "$entry is there already and was not made by this script."; fi

    made=
    folder "$data/applications"
    folder "$HOME/.local/bin"
    for size in $SIZES; do folder "$(dirname -- "$(icon "$size")")"; done
    new=$data/.$NAME-new
    rm -rf -- "$new"
    cp -R -P -- "$here" "$new" || {
        rm -rf -- "$new"
        fail "the program could not be copied to $data; what was installed before is as it was."
    }
    rm -f -- "$new/installed.txt" "$new/portable" "$new/settings.ini"
    {
        if [ -f "$mark" ]; then each d | sed 's/^/d /'; fi
        printf '%s' "$made" | sed 's/^/d /'
        say "f $entry"
        for size in $SIZES; do say "f $(icon "$size")"; done
        cd -- "$new" && find . ! -type d | sort | while IFS= read -r path; do printf 'f %s\n' "$program/${path#./}"; done
    } >"$new.list"
    for own in portable settings.ini policy.json; do # an update keeps what somebody has put beside the program
        if [ -e "$program/$own" ] && [ ! -e "$new/$own" ]; then cp -p -- "$program/$own" "$new/$own"; fi
    done
    mv -- "$new.list" "$new/installed.txt"
    old=$data/.$NAME-old # so that there is a whole one at every moment but the one between two names
    rm -rf -- "$old"
    if [ -d "$program" ]; then mv -- "$program" "$old"; fi
    mv -- "$new" "$program"
    rm -rf -- "$old"

    for size in $SIZES; do
        if [ "$size" = scalable ]; then cp -- "$program/$NAME.svg" "$(icon "$size")"; else cp -- "$program/icons/$size.png" "$(icon "$size")"; fi
    done
    while IFS= read -r line; do
        case $line in Exec=*) printf '%s\n' "$exec_line" ;; *) printf '%s\n' "$line" ;; esac
    done <"$program/$NAME.desktop" >"$entry"
    ln -sfn -- "$program/start.sh" "$command"
    refresh
    say "Installed in $program; it is in the menu, and the command is $command."
}

case ${1:-} in
    "") install ;;
    --remove) remove ;;
    *) fail "unknown option $1; without any it installs, with --remove it removes." ;;
esac
