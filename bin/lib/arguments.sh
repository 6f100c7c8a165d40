# Reads the arguments that are needed before the JVM starts. The command itself checks all arguments.
# shellcheck shell=sh disable=SC2034

# Sets variables to the values of the flags of restore and explain, or of their environment variables. The argument after an
# option with a value is always that value. "refused" is set for arguments that the command certainly rejects or answers
# with a text. If it were set for valid arguments, the command would keep root privileges. For explain nothing depends on it,
# so flags that only explain has are not listed.
read_arguments() {
    # The flag for colors may also be given before the subcommand. With all others there, no subcommand runs.
    while is_color_flag "${1:-}"; do
        shift
    done
    subcommand=${1:-}
    refused='' layers='' cache_directory='' cache_metadata='' sha_store='' log_level=info uid='' gid=''
    cache_image='' previous_image='' images='' build_image='' group='' kaniko=''
    case $subcommand in
        restore | explain) shift ;;
        *) return ;;
    esac
    layers=${CNB_LAYERS_DIR:-/layers}
    cache_directory=${CNB_CACHE_DIR:-}
    cache_image=${CNB_CACHE_IMAGE:-}
    previous_image=${CNB_PREVIOUS_IMAGE:-}
    build_image=${CNB_BUILD_IMAGE:-}
    group=${CNB_GROUP_PATH:-}
    kaniko=/kaniko
    uid=${CNB_USER_ID:-}
    gid=${CNB_GROUP_ID:-}
    while [ $# -gt 0 ]; do
        case $1 in
            --)
                [ $# -eq 1 ] || refused=yes
                break
                ;;
            --*) option=${1#--} ;;
            -?*) option=${1#-} ;;
            *)
                refused=yes
                break
                ;;
        esac
        shift
        case $option in
            *=*)
                value=${option#*=}
                option=${option%%=*}
                ;;
            skip-layers | metadata-only | contents-only | no-color | daemon | layout) value=true ;;
            *)
                if [ $# -eq 0 ]; then
                    refused=yes
                    break
                fi
                value=$1
                shift
                ;;
        esac
        take "$option" "$value"
    done
    [ -z "$cache_metadata" ] || cache_directory='' cache_image=''
    images=$cache_image$previous_image
    # The command rejects a path of more than 4,096 characters, and some shells count bytes.
    [ "${#layers}" -le 16384 ] && [ "${#cache_directory}" -le 16384 ] && [ "${#kaniko}" -le 16384 ] || refused=yes
    is_log_level "$log_level" || refused=yes
}

take() {
    case $1 in
        layers) layers=$2 ;;
        cache-dir) cache_directory=$2 ;;
        cache-metadata) cache_metadata=$2 ;;
        sha-store) sha_store=$2 ;;
        uid) uid=$2 ;;
        gid) gid=$2 ;;
        log-level) log_level=$2 ;;
        cache-image) cache_image=$2 ;;
        previous-image) previous_image=$2 ;;
        build-image) build_image=$2 ;;
        kaniko-dir) kaniko=$2 ;;
        group) group=$2 ;;
        skip-layers | metadata-only | contents-only | no-color | daemon | layout) is_boolean "$2" || refused=yes ;;
        analyzed | app-metadata | report | platform-api | max-layer-bytes | max-layer-entries) ;;
        max-metadata-bytes | run | generated | layout-dir | insecure-registry) ;;
        *) refused=yes ;;
    esac
}

# Tells whether the command may have to read a base image: a build image is named, or the group may have image extensions.
# From what is no regular file, or a file of the system without a size, only the command reads: the user of the build may
# have put it there, and /proc/kmsg would block.
may_need_images() {
    [ -z "$build_image" ] || return 0
    group_file=${group:-$layers/group.toml}
    { [ -f "$group_file" ] && [ -s "$group_file" ]; } || {
        [ -e "$group_file" ]
        return
    }
    # The shell itself would read a long line for minutes.
    { start=$(head -c 65536 <"$group_file"); } 2>/dev/null || return 1
    case $start in
        *[Ee][Xx][Tt][Ee][Nn]* | *\\*) return 0 ;; # a key may be in any case, and have escapes
    esac
    [ "${#start}" -ge 16384 ] # as many characters as these bytes have at least
}

is_color_flag() {
    case $1 in
        -no-color | --no-color) ;;
        -no-color=* | --no-color=*) is_boolean "${1#*=}" ;;
        *) return 1 ;;
    esac
}

is_boolean() {
    case $1 in
        1 | t | T | TRUE | true | True | 0 | f | F | FALSE | false | False) ;;
        *) return 1 ;;
    esac
}

is_log_level() {
    case $1 in
        [Dd][Ee][Bb][Uu][Gg] | [Ii][Nn][Ff][Oo] | [Ww][Aa][Rr][Nn] | [Ww][Aa][Rr][Nn][Ii][Nn][Gg]) ;;
        [Ee][Rr][Rr][Oo][Rr] | [Ff][Aa][Tt][Aa][Ll]) ;;
        *) return 1 ;;
    esac
}
