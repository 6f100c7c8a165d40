# Hands over the files for registries that only root can read, before the command becomes the user of the build. Read by
# bin/restorer; see docs/decisions/14-giving-up-rights.md.
# shellcheck shell=sh disable=SC2034,SC2154

# Puts the content on standard input, which no other process can read, and sets "files_on_input". A line for each file has
# its path and its content, both in hexadecimal digits; a file that does not exist has no content, since the user cannot
# determine that where root's home directory is closed.
hand_over() {
    handed_over=
    # su-exec and gosu change HOME.
    [ -n "${DOCKER_CONFIG:-}" ] || [ -z "${HOME:-}" ] || export DOCKER_CONFIG="$HOME/.docker"
    hand_over_file "${DOCKER_CONFIG:+$DOCKER_CONFIG/config.json}"
    hand_over_file "${REGISTRY_AUTH_FILE:-}"
    hand_over_file "${XDG_RUNTIME_DIR:+$XDG_RUNTIME_DIR/containers/auth.json}"
    hand_over_file "${SSL_CERT_FILE:-}"
    [ -n "$handed_over" ] || return 0
    files_on_input=-Drestorer.filesOnInput=true
    put_on_input
    handed_over=
}

# Puts the files into a pipe. Where sh is bash, the text of a here-document may be written to a temporary file; a process
# substitution is not, but its syntax is an error for other shells, and for bash as sh before 5.1.
put_on_input() {
    if [ -n "${BASH_VERSION:-}" ] && (set +o posix) 2>/dev/null; then # the variable may be of another shell
        set +o posix
        eval 'exec < <(printf "%s\n" "$handed_over")'
        return
    fi
    exec <<END
$handed_over
END
}

hand_over_file() {
    [ -n "$1" ] || return 0
    # shellcheck disable=SC2086
    ! $as test -r "$1" 2>/dev/null || return 0
    content=
    if [ -f "$1" ]; then
        is_of_root "$1" && content=$(hexadecimal <"$1") && [ -n "$content" ] || return 0
    elif [ -e "$1" ]; then
        return 0
    fi
    handed_over="$handed_over$(printf %s "$1" | hexadecimal) $content
"
}

hexadecimal() {
    od -An -v -tx1 | tr -d ' \t\n'
}

# Tells whether the user cannot have chosen which file this is: a user who can write to a directory on the way could put a
# link there, and let root read any file. In a directory such as /tmp, only entries of others are safe from the user.
is_of_root() {
    set -- "$1"
    resolved='' rest=$1 links=0
    case $rest in
        /*) ;;
        *) return 1 ;;
    esac
    # Each link on the way is checked, since links can lead through directories of the user and out of them again.
    while [ -n "$rest" ]; do
        part=${rest%%/*}
        case $rest in
            */*) rest=${rest#*/} ;;
            *) rest= ;;
        esac
        case $part in
            '' | .) continue ;;
            ..)
                set -- "$@" "${resolved:-/}"
                resolved=${resolved%/*}
                continue
                ;;
        esac
        if [ ! -L "$resolved/$part" ]; then
            resolved=$resolved/$part
            continue
        fi
        set -- "$@" "$resolved/$part"
        links=$((links + 1))
        [ "$links" -le 40 ] && link=$(readlink "$resolved/$part") || return
        rest=$link${rest:+/$rest}
        case $link in
            /*) resolved= ;;
        esac
    done
    # shellcheck disable=SC2016,SC2086
    $as /bin/sh -c '
        for path do
            case $path in
                /*) ;;
                *) exit 1 ;;
            esac
            while [ -n "$path" ]; do
                entry=$path
                path=${path%/*}
                above=${path:-/}
                [ ! -O "$above" ] || exit 1
                [ ! -w "$above" ] || { [ -k "$above" ] && [ ! -L "$entry" ] && [ ! -O "$entry" ]; } || exit 1
            done
        done' sh "$@" "$resolved" 2>/dev/null
}
