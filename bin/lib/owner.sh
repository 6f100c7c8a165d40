# Changes the owner of the layers and the cache directory to the user of the build, and finds a program to give up root
# privileges. Read by bin/restorer; see docs/decisions/14-giving-up-rights.md.
# shellcheck shell=sh disable=SC2034,SC2154

# Performs the steps for -uid and -gid that require root. Invalid values are ignored here, since the command reports them.
# Sets "as", the command line before java, or "kept_root", the reason why root privileges are kept.
become_owner() {
    is_id "$uid" && is_id "$gid" || return 0
    find_own_ids
    [ "$own_uid" -eq 0 ] || return 0
    strip_zeros
    [ -n "$layers" ] || return 0
    # If the working directory was deleted, this is another one, and the command rejects relative paths.
    leads_astray "$layers" && return 0
    leads_astray "$cache_directory" && return 0
    leads_astray "$kaniko" && return 0
    refusal=
    make_layers
    give "$layers"
    [ ! -d "$cache_directory" ] || give "$cache_directory"
    # Images for the extender go there.
    [ ! -d "$kaniko" ] || ! may_need_images || give "$kaniko"
    [ "$uid:$gid" = "$own_uid:$own_gid" ] || find_means
    # A process that stays root must also be able to change owners later.
    [ -z "$refusal" ] || [ -n "$as" ] || fail "$refusal"
}

leads_astray() {
    case $1 in
        '' | /*) return 1 ;;
        *) [ -n "$deleted" ] ;;
    esac
}

is_id() {
    case $1 in
        '' | *[!0-9]*) return 1 ;;
    esac
    [ "${#1}" -le 10 ] && [ "$1" -le 2147483647 ]
}

strip_zeros() {
    while :; do
        case $uid in 0?*) uid=${uid#0} ;; *) break ;; esac
    done
    while :; do
        case $gid in 0?*) gid=${gid#0} ;; *) break ;; esac
    done
}

# Sets the ids of this process. Linux has them in a file, which saves a process.
find_own_ids() {
    own_uid=
    own_gid=
    if [ -r /proc/self/status ]; then
        while read -r name real effective rest; do
            case $name in
                Uid:) own_uid=$effective ;;
                Gid:) own_gid=$effective ;;
            esac
        done </proc/self/status
    else
        own_uid=$(id -u)
        own_gid=$(id -g)
    fi
}

# Creates the layers directory, which the owner could not create in a directory of root. Created parents get the same owner.
make_layers() {
    [ ! -d "$layers" ] || return 0
    made=$layers
    while above=${made%/*} && [ -n "$above" ] && [ "$above" != "$made" ] && [ ! -e "$above" ]; do
        made=$above
    done
    problem=$(mkdir -p -- "$layers" 2>&1) \
        || fail "The layers directory $layers cannot be made: $(first_line "$problem"). Make it, or name another one with --layers."
    change_owner "$made" || fail "$refusal"
}

# Changes the owner of a directory recursively, unless the owner already has it. A link to the directory is followed, links
# in it are not. A volume that does not support owners is accepted if the owner can write to it. An entry that cannot be
# given, such as one on a read-only disk in the directory, is a warning, since the next restore would not try it again.
give() {
    case $(CDPATH='' cd -P -- "$1" && pwd -P) in
        / | //) fail "$1 is the root of the file system, and is not given to $uid:$gid. Name another directory." ;;
    esac
    list_directory "$1"
    ! is_of_owner || return 0
    refusal_before=$refusal
    ! change_owner "$1/." || return 0
    list_directory "$1"
    if is_of_owner; then
        refusal=$refusal_before # of another directory
        is_log_level_above_warnings || printf 'Warning: %s is given to %s, except some of its entries: %s. The build may not be able to change them.\n' \
            "$1" "$uid:$gid" "$(first_line "$problem")" >&2
    else
        is_writable || fail "$refusal"
    fi
}

# Sets mode, user and group of a directory.
list_directory() {
    set -f
    # shellcheck disable=SC2046
    set -- $(ls -ldn -- "$1/." 2>/dev/null)
    set +f
    mode=${1:-} directory_uid=${3:-} directory_gid=${4:-}
}

is_of_owner() {
    [ "$directory_uid:$directory_gid" = "$uid:$gid" ]
}

is_log_level_above_warnings() {
    case $log_level in
        [Ee][Rr][Rr][Oo][Rr] | [Ff][Aa][Tt][Aa][Ll]) ;;
        *) return 1 ;;
    esac
}

change_owner() {
    problem=$(chown -R -h -- "$uid:$gid" "$1" 2>&1) && return
    refusal="${1%/.} cannot be given to $uid:$gid: $(first_line "$problem"). Run as a root that may give files to that user, as that user, or without --uid and --gid (CNB_USER_ID, CNB_GROUP_ID)."
    return 1
}

# Succeeds if the owner can write to the directory that was listed.
is_writable() {
    case $mode in
        ????????w*) return 0 ;;
        ?????w*) [ "$directory_gid" = "$gid" ] || [ "$directory_uid" = "$uid" ] ;;
        *) [ "$directory_uid" = "$uid" ] ;;
    esac
}

# Prints the first line of a message, which may have names of files of others: not every program escapes control characters.
# In UTF-8, U+0080 to U+009F are two bytes, and the characters that end a line or change the direction of text are three.
first_line() {
    IFS= read -r line <<END || :
$1
END
    script=$(printf 's/\302[\200-\237]/?/g;s/\342\200[\250-\256]/?/g;s/\342\201[\246-\251]/?/g')
    printf %s "${line%.}" | LC_ALL=C tr '[:cntrl:]' '?' | LC_ALL=C sed "$script"
}

# Finds the first of the programs with which the owner can start the command.
find_means() {
    as=
    kept_root=
    for means in setpriv su-exec gosu; do
        command -v "$means" >/dev/null 2>&1 || continue
        case $means in
            setpriv) as="setpriv --reuid=$uid --regid=$gid --clear-groups" ;;
            *) as="$means $uid:$gid" ;;
        esac
        if unreadable=$(list_unreadable); then
            kept_root=
            return
        fi
        if [ -n "$unreadable" ]; then
            kept_root="$uid:$gid cannot read $unreadable. Let that user read the command and the JDK"
        else
            kept_root="$means cannot become $uid:$gid here. Let root have the capabilities for that, or install setpriv of util-linux or su-exec"
        fi
    done
    as=
    : "${kept_root:=neither setpriv of util-linux nor su-exec is on the PATH. Install one of them}"
}

# Succeeds if the owner can run java and read the files that it needs, otherwise prints the first file that is not readable.
list_unreadable() {
    set --
    for file in "$home/lib/modules" "$home/lib/server/libjvm.so" "$jar" "$libraries"/*/*.jar ${stores:+"$stores"/*.jar}; do
        [ ! -e "$file" ] || set -- "$@" "$file"
    done
    # shellcheck disable=SC2016,SC2086
    $as /bin/sh -c '
        [ -x "$0" ] || { printf %s "$0"; exit 1; }
        for file do
            [ -r "$file" ] || { printf %s "$file"; exit 1; }
        done' "$java" "$@" 2>/dev/null
}
