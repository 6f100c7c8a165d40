# Takes from the arguments what has to be known before there is a JVM. The command checks them all, later.
# shellcheck shell=sh disable=SC2034

# Sets what restore and explain were given, by a flag or else by its variable. What follows an option with a value is that
# value, whatever it looks like. Arguments that the command refuses, or answers with a text, leave "understood" empty;
# values that it refuses set "refused".
read_arguments() {
    subcommand=${1:-}
    understood=yes
    refused=
    layers=
    cache_directory=
    cache_metadata=
    sha_store=
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
        log-level) is_log_level "$2" || refused=yes ;;
        cache-image) [ -z "$2" ] || refused=yes ;;
        group | analyzed | app-metadata | report | platform-api | max-layer-bytes | max-layer-entries) ;;
        run | build-image | generated | layout-dir | insecure-registry) ;;
        *) understood= ;;
    esac
}
