# Gives the layers and the cache directory to the user of the build, and finds what gives up root's rights.
# Read by bin/restorer; see docs/decisions/14-giving-up-rights.md.
# shellcheck shell=sh disable=SC2034,SC2154

# Does what has to be done as root for -uid and -gid. What is wrong with them is left to the command, which says so.
# Sets "as", the words that come in front of java, or "kept_root", why root's rights have to be kept.
become_owner() {
    is_id "$uid" && is_id "$gid" || return 0
    find_own_ids
    [ "$own_uid" -eq 0 ] || return 0
    strip_zeros
    [ -n "$layers" ] || return 0
    # Where the working directory was deleted, this is in another one, and the command refuses relative paths.
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
    # A process that stays root has to give files away later, too.
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

# Linux tells without a process.
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

# The owner could not make the layers directory below a directory of root. What is made for it is the owner's.
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

# Gives a directory away with all that is in it, unless it is the owner's already. A link that names the directory is
# followed, one within it never. A volume that takes no owner will do where the owner can write to it.
give() {
    case $(CDPATH='' cd -P -- "$1" && pwd -P) in
        / | //) fail "$1 is the root of the file system, and is not given to $uid:$gid. Name another directory." ;;
    esac
    set -f
    # shellcheck disable=SC2046
    set -- "$1" $(ls -ldn -- "$1/." 2>/dev/null)
    set +f
    [ "${4:-}:${5:-}" != "$uid:$gid" ] || return 0
    change_owner "$1/." || is_writable "${2:-}" "${4:-}" "${5:-}" || fail "$refusal"
}

change_owner() {
    problem=$(chown -R -h -- "$uid:$gid" "$1" 2>&1) && return
    refusal="${1%/.} cannot be given to $uid:$gid: $(first_line "$problem"). Run as a root that may give files to that user, as that user, or without --uid and --gid (CNB_USER_ID, CNB_GROUP_ID)."
    return 1
}

# Tells whether the owner can write to a directory of this mode, user and group.
is_writable() {
    case $1 in
        ????????w*) return 0 ;;
        ?????w*) [ "$3" = "$gid" ] || [ "$2" = "$uid" ] ;;
        *) [ "$2" = "$uid" ] ;;
    esac
}

first_line() {
    IFS= read -r line <<END || :
$1
END
    printf %s "${line%.}"
}

# The first of the programs for it with which the owner can start the command.
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

# Ends with 0 if the owner can run java and read what it needs, else names the first file that is in the way.
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
