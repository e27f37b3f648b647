#!/bin/sh
# Install the reference for the user who runs this, without asking for any right; with --remove, take away what was installed, and nothing else.
#
#   sh install.sh             copies this folder, puts the reference into the menu and the command cervical-reference into ~/.local/bin
#   sh install.sh --remove    removes all of that; settings stay (their folder is named)
#
# XDG_DATA_HOME is respected. Nothing outside the home folder is touched. `installed.txt` lists every file that this script wrote, with its hash, and
# every folder that it made: only what is listed and still the same is ever replaced or removed. Whatever else lies in the folder of the program
# (a policy, an article with its figures, settings) stays where it is, and so does a listed file that somebody has changed.
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

[ -n "${HOME:-}" ] || fail "HOME is not set, so there is no folder to install into."
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
was=$mark # the list that holds; an update reads a copy of it while it writes the new one
SIZES="16 24 32 48 64 128 256 scalable"
newline='
'
case $program in *"$newline"*) fail "the name of the folder $program has a line break." ;; esac

icon() {
    if [ "$1" = scalable ]; then say "$data/icons/hicolor/scalable/apps/$NAME.svg"; else say "$data/icons/hicolor/${1}x$1/apps/$NAME.png"; fi
}

picture() { # the same icon, in the folder of the program
    if [ "$1" = scalable ]; then say "$NAME.svg"; else say "icons/$1.png"; fi
}

refresh() { # an index of icons that is there already learns of ours; menus look by themselves, and the entry claims no kind of file
    if command -v gtk-update-icon-cache >/dev/null 2>&1 && [ -f "$data/icons/hicolor/icon-theme.cache" ]; then
        gtk-update-icon-cache -q -t "$data/icons/hicolor" 2>/dev/null || :
    fi
}

ours() { # a link of ours leads into our folder
    [ -L "$command" ] && [ "$(readlink -- "$command")" = "$program/start.sh" ]
}

there() { # whether anything has this name, also a link that leads nowhere
    [ -e "$1" ] || [ -L "$1" ]
}

sum_of() { # put into `sum` what tells one file from another: the SHA-256 of its bytes, or of where a link leads
    if [ -L "$1" ]; then sum=$(readlink -- "$1" | sha256sum); else sum=$({ sha256sum <"$1"; } 2>/dev/null) || sum=unreadable; fi
    sum=${sum%% *}
}

of_program() { # whether a name in the folder is one of the program's own files; everything else there is somebody's
    case $1 in
        "$NAME" | _internal/* | icons/*.png | LICENSE.txt | NOTICES.txt | start.sh | install.sh | "$NAME.desktop" | "$NAME.svg") ;;
        *) return 1 ;;
    esac
}

through_link() { # whether a folder on the way from the program's folder to a path is a link: what lies behind it is not ours
    way=${1%/*}
    while [ "$way" != "$program" ]; do
        if [ -L "$way" ]; then return 0; fi
        case $way in "$program"/*) way=${way%/*} ;; *) return 1 ;; esac
    done
    return 1
}

untouched() { # whether a path holds what this script wrote there
    if through_link "$1"; then return 1; fi
    sum_of "$1"
    if grep -qxF -e "f $sum $1" -e "o $sum $1" -- "$was"; then return 0; fi
    grep -qxF -e "f $1" -- "$was" || return 1 # an older list: without hashes, and with all that lay beside the script
    case $1 in
        "$entry") grep -qsxF -e "$exec_line" -e "${exec_line% %f}" -- "$entry" ;;
        "$program"/*) of_program "${1#"$program"/}" && [ -z "$(find "$1" -newer "$was" 2>/dev/null)" ] ;; # older than the list
    esac
}

path_of() { # the path in a line of the list
    case $1 in [fo]" /"*) say "${1#? }" ;; *) say "${1#? * }" ;; esac
}

folders() { # the folders that this script made, from its list, inner ones first
    {
        sed -n "s/^d //p" "$was"
        if grep -q '^f /' "$was"; then # an older list: without the folders of the program
            say "$program"
            find "$program/_internal" "$program/icons" -type d 2>/dev/null || :
        fi
    } | sort -ru
}

drop() { # remove the folders of a list that are empty
    while IFS= read -r path; do
        case $path in "$program"/*) if [ -L "$path" ] || through_link "$path"; then continue; fi ;; esac
        rmdir -- "$path" 2>/dev/null || : # one that is not empty stays
    done
}

remove() {
    [ -f "$mark" ] || fail "nothing in $program was installed by this script, so there is nothing to remove."
    if ours; then rm -f -- "$command"; fi
    made=$(folders)
    while IFS= read -r line; do
        case $line in [fo]" "*) path=$(path_of "$line") ;; *) continue ;; esac
        case $path in "$data"/*) ;; *) continue ;; esac
        if ! there "$path"; then continue; fi
        if ! untouched "$path"; then
            say "$path differs from what this script installed, so it stays."
            continue
        fi
        rm -f -- "$path"
        case $line in "o "*) say "$path was installed with the program and was removed with it." ;; esac
    done <"$mark"
    rm -f -- "$mark"
    refresh
    drop <<END
$made
END
    if [ -d "$program" ]; then say "Removed. Files that somebody else put into $program stay there."; else say "Removed."; fi
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

give_up() { # leave everything as it was, and say why
    rm -rf -- "$new"
    printf '%s' "$made" | sort -r | drop
    fail "$1"
}

keep() { # give what somebody has put in the place of a file of the program another name
    kept=$1.kept
    number=1
    while there "$kept"; do
        number=$((number + 1))
        kept=$1.kept-$number
    done
    mv -- "$1" "$kept"
    say "$1 differs from what this script installed; it is kept as $kept."
}

place() { # put a file of the menu where it belongs, unless somebody else's is there
    if there "$2" && ! untouched "$2"; then
        say "$2 differs from what this script installed, so it stays."
        return
    fi
    rm -f -- "$2" # never through a link
    cp -- "$1" "$2"
    sum_of "$2"
    say "f $sum $2" >>"$new/list"
}

install() {
    [ -x "$here/$NAME" ] || fail "the program is not in the folder of this script; run the script in the unpacked folder."
    [ "$here" != "$(cd -- "$program" 2>/dev/null && pwd -P)" ] || fail "this is the installed copy; to update, unpack the new version and run the script there."
    case $program/ in "$here"/*) fail "$program is inside the unpacked folder; unpack it somewhere else." ;; esac
    sh "$here/start.sh" --version >/dev/null || exit 3
    if [ -e "$program" ] && [ ! -f "$mark" ]; then
        fail "$program already exists and was not made by this script. Rename that folder, run this script again, then copy your own files back."
    fi
    if there "$command" && ! ours; then fail "$command already exists and was not made by this script; rename it and try again."; fi
    if there "$entry" && ! grep -qsF -e " $entry" -- "$mark"; then fail "$entry already exists and was not made by this script; rename it and try again."; fi

    made=
    for left in "$program"/.installing-??????; do # of a run that was killed: the files of the program once more
        if [ -f "$left/list" ] && [ ! -L "$left" ]; then rm -rf -- "$left"; fi
    done
    folder "$program"
    new=$(mktemp -d "$program/.installing-XXXXXX")
    : >"$new/list"
    trap 'rm -rf -- "$new"' EXIT
    trap 'exit 130' HUP INT TERM
    mkdir -- "$new/files"
    if [ -f "$mark" ]; then cp -p -- "$mark" "$new/was"; else : >"$new/was"; fi
    cp -R -P -- "$here/." "$new/files" || give_up "the program could not be copied to $data; what was installed before has not changed."
    was=$new/was
    # what a copy that ran from the unpacked folder has left there is not the program
    (cd -- "$new/files" && rm -rf -- installed.txt portable settings.ini settings-*.ini log.txt log-old.txt .saving-* .writing-* .installing-*)
    (cd -- "$new/files" && find . ! -type d ! -path "*$newline*" | sort | sed 's|^\./||') >"$new/names"
    while IFS= read -r line; do
        case $line in Exec=*) printf '%s\n' "$exec_line" ;; *) printf '%s\n' "$line" ;; esac
    done <"$new/files/$NAME.desktop" >"$new/entry"

    while IFS= read -r name; do # before anything is changed
        path=$program/$name
        if of_program "$name"; then
            if [ -d "$path" ] && [ ! -L "$path" ]; then give_up "$path is a folder, but the program has a file with this name; nothing was changed."; fi
            if through_link "$path"; then give_up "a folder on the way to $path is a link; nothing was changed."; fi
        fi
        sum_of "$new/files/$name"
        if of_program "$name"; then say "f $sum $path"; else say "o $sum $path"; fi
    done <"$new/names" >"$new/lines"

    folder "$data/applications"
    folder "$HOME/.local/bin"
    for size in $SIZES; do folder "$(dirname -- "$(icon "$size")")"; done
    { # from here on a killed run leaves a list of everything: what was there, and what comes
        cat -- "$was"
        printf '%s' "$made" | sed 's/^/d /'
        cat -- "$new/lines"
        for size in $SIZES; do
            sum_of "$new/files/$(picture "$size")"
            say "f $sum $(icon "$size")"
        done
        sum_of "$new/entry"
        say "f $sum $entry"
    } >"$new/journal"
    mv -f -- "$new/journal" "$mark"

    while IFS= read -r line; do
        path=$(path_of "$line")
        name=${path#"$program"/}
        if through_link "$path"; then
            say "$path differs from what this script installed, so it stays."
            continue
        fi
        if there "$path" && ! untouched "$path"; then
            case $line in "f $sum "* | "o $sum "*) is_same=yes ;; *) is_same= ;; esac
            if of_program "$name"; then
                if [ -z "$is_same" ]; then keep "$path"; fi
            else
                if [ -z "$is_same" ]; then say "$path stays as it is; the different one in the new folder was not copied."; fi
                continue
            fi
        fi
        folder "$(dirname -- "$path")"
        if ! of_program "$name" && there "$path"; then
            sum_of "$path"
            case $line in "o $sum "*) ;; *) say "$path is replaced by the one in the new folder." ;; esac
        fi
        mv -f -- "$new/files/$name" "$path"
        say "$line" >>"$new/list"
        say "$path" >>"$new/placed"
    done <"$new/lines"

    while IFS= read -r line; do # what an older version had; what somebody has put beside the program stays
        case $line in [fo]" "*) path=$(path_of "$line") ;; *) continue ;; esac
        case $path in "$program"/*) name=${path#"$program"/} ;; *) continue ;; esac
        if ! there "$path" || grep -qxF -e "$path" -- "$new/placed"; then continue; fi
        case $line in "o "*) say "$line" >>"$new/list" ;; "f "*) if of_program "$name" && untouched "$path"; then rm -f -- "$path"; fi ;; esac
    done <"$was"

    for size in $SIZES; do place "$program/$(picture "$size")" "$(icon "$size")"; done
    place "$new/entry" "$entry"
    ln -sfn -- "$program/start.sh" "$command"
    folders | grep -F -e "$program/" | drop
    {
        { folders; printf '%s' "$made"; } | sort -u | while IFS= read -r path; do
            if [ -d "$path" ]; then say "d $path"; fi
        done
        cat -- "$new/list"
    } >"$new/installed.txt"
    mv -f -- "$new/installed.txt" "$mark"
    refresh
    if [ -d "$data/.$NAME-old" ]; then say "$data/.$NAME-old was left by an older version of this script that was interrupted; it may contain files of yours."; fi
    say "Installed in $program; it is in the menu, and the command is $command."
}

exec_line="Exec=\"$(escape "$program/start.sh")\" %f"
case ${1:-} in
    "") install ;;
    --remove) remove ;;
    *) fail "unknown option $1; use no option to install, or --remove to remove." ;;
esac
