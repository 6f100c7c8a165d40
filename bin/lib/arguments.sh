# Takes from the arguments what has to be known before there is a JVM. The command checks them all, later.
# shellcheck shell=sh disable=SC2034

# Sets what restore and explain were given, by a flag or else by its variable. What follows an option with a value is that
# value, whatever it looks like. Arguments that the command refuses, or answers with a text, leave "understood" empty, and
# values that it surely refuses set "refused". What is taken for refused by mistake would keep the rights of root.
read_arguments() {
    subcommand=${1:-}
    understood=yes
    refused=
    layers=
    cache_directory=
    cache_metadata=
    sha_store=
    cache_image=
    log_level=info
    may_skip=${CNB_SKIP_LAYERS:-}${CNB_SKIP_RESTORE:-}
    uid=
    gid=
    case $subcommand in
        restore | explain) ;;
        *) return ;;
    esac
    layers=${CNB_LAYERS_DIR:-/layers}
    cache_directory=${CNB_CACHE_DIR:-}
    uid=${CNB_USER_ID:-}
    gid=${CNB_GROUP_ID:-}
    shift
    while [ $# -gt 0 ]; do
        option=$1
        shift
        case $option in
            --)
                [ $# -eq 0 ] || understood=
                break
                ;;
            --*) option=${option#--} ;;
            -?*) option=${option#-} ;;
            *)
                understood=
                break
                ;;
        esac
        case $option in
            skip-layers | skip-layers=*) may_skip=yes ;;
        esac
        case $option in
            *=*)
                value=${option#*=}
                option=${option%%=*}
                if ! is_switch "$option"; then
                    take "$option" "$value"
                elif ! is_boolean "$value"; then
                    refused=yes
                fi
                ;;
            *)
                is_switch "$option" && continue
                if [ $# -eq 0 ]; then
                    understood=
                    return
                fi
                take "$option" "$1"
                shift
                ;;
        esac
        [ -n "$understood" ] || break
    done
    [ -z "$cache_metadata" ] || cache_directory=
    is_log_level "$log_level" || refused=yes
    # Where nothing is taken from a cache, its image is passed over.
    [ -z "$cache_image" ] || [ -n "$may_skip$cache_metadata" ] || refused=yes
}

is_switch() {
    case $1 in
        skip-layers | metadata-only | contents-only | no-color | daemon | layout) ;;
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
        group | analyzed | app-metadata | report | platform-api | max-layer-bytes | max-layer-entries) ;;
        max-metadata-bytes) ;;
        run | build-image | generated | layout-dir | insecure-registry) ;;
        *) understood= ;;
    esac
}
