# Finds the JVM, and what it is started with. Read by bin/restorer.
# shellcheck shell=sh disable=SC2034

# Sets "java", and "home", the directory of its JDK.
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, which holds no bin/java. Let it name a JDK of version 17 or later, or unset it."
        home=$(CDPATH='' cd -P -- "$JAVA_HOME" && pwd -P)
    else
        java=$(command -v java) || fail 'No java was found. Install a JDK of version 17 or later, or let JAVA_HOME name one.'
        home=$(readlink -f "$java" 2>/dev/null) || home=$java
        home=${home%/bin/java}
    fi
}

# Sets "version", and "jdk_build", which no other build of the JDK has. The release file of a JDK tells both without starting a
# JVM: its first lines are the vendor, the version with its build, and the version.
find_version() {
    version=
    jdk_build=
    if [ -f "$home/release" ]; then
        while [ -z "$version" ] && IFS= read -r line; do
            jdk_build=$jdk_build$line
            case $line in
                JAVA_VERSION=*)
                    version=${line#JAVA_VERSION=\"}
                    version=${version%%[!0-9.]*}
                    ;;
            esac
        done <"$home/release"
    fi
    if [ -z "$version" ]; then
        jdk_build=$("$java" -version 2>&1 | sed -n 's/^.* version "//p;s/^.*(build \([^,)]*\).*/\1/p' | tr '\n' ' ')
        version=${jdk_build%%[!0-9.]*}
    fi
}

require_java_17() {
    find_version
    case $version in
        1.* | '') major=0 ;;
        *) major=${version%%.*} ;;
    esac
    [ "$major" -ge 17 ] || fail "$java has version ${version:-unknown}. Let JAVA_HOME name a JDK of version 17 or later."
}

# Sets our options for a quick start, but for those that speak of what others speak of in the variables for options: a
# JVM that is told two collectors, say, does not start. Where options are in a file, they may speak of anything.
choose_options() {
    others="${JAVA_TOOL_OPTIONS:-} ${JDK_JAVA_OPTIONS:-} ${_JAVA_OPTIONS:-} ${RESTORER_JAVA_OPTS:-}"
    collector=-XX:+UseSerialGC
    # Digests of contents, which only a cache directory has, need what only the second compiler can. All else is over
    # before that one pays.
    compilers='-XX:TieredStopAtLevel=1 -XX:CICompilerCount=1'
    sharing=yes
    case " $others" in
        *[[:space:]\"\']@* | *-XX:Flags=* | *-XX:VMOptionsFile=*)
            collector=
            compilers=
            sharing=
            ;;
    esac
    case $others in
        *Use*GC* | *AggressiveHeap* | *StringDeduplication*) collector= ;;
    esac
    case $others in
        *Tiered* | *Compil* | *-Xint* | *-Xcomp*) compilers= ;;
    esac
    case $others in
        *-Xshare* | *Archive* | *DynamicDump* | *DumpShared* | *DumpLoaded* | *AOT*) sharing= ;;
    esac
}

# The JVM makes file names in the character set of the locale, and falls back to ASCII where that locale is not installed.
# So it gets one of UTF-8 that is there; almost all systems have C.UTF-8.
use_utf8() {
    if [ -d /usr/lib/locale/C.utf8 ] || [ -d /usr/lib/locale/C.UTF-8 ]; then
        unset LOCPATH
        LC_ALL=C.UTF-8
    else
        find_locale
    fi
    export LC_ALL
}

# Looks where glibc does: in the directories of LOCPATH, else in that of the system and in its archive, which only a
# process can read. Other libraries know C.UTF-8 without a file.
find_locale() {
    named=${LC_ALL:-${LC_CTYPE:-${LANG:-}}}
    named=${named%%.*}
    LC_ALL=C.UTF-8
    best=0
    split=$IFS
    IFS=:
    for directory in ${LOCPATH:-}; do
        consider "$directory"/*
    done
    IFS=$split
    [ "$best" -eq 0 ] || return 0
    unset LOCPATH
    consider /usr/lib/locale/*
    # shellcheck disable=SC2046
    [ "$best" -gt 0 ] || consider $(locale -a 2>/dev/null)
}

# Takes C.UTF-8 where it is among them, else the one that the user means, else any of UTF-8.
consider() {
    for locale do
        locale=${locale##*/}
        case $locale in
            C.[Uu][Tt][Ff]*8) worth=3 ;;
            "$named".[Uu][Tt][Ff]*8) worth=2 ;;
            *.[Uu][Tt][Ff]*8) worth=1 ;;
            *) continue ;;
        esac
        if [ "$worth" -gt "$best" ]; then
            best=$worth
            LC_ALL=$locale
        fi
    done
}
