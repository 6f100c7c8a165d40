# Finds the JVM, and chooses its options. Read by bin/restorer.
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

# Sets "version", and "jdk_build", which is unique to a build of the JDK. Both are read from the release file of the JDK,
# without starting a JVM: its first lines are the vendor, the version with its build, and the version.
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

# By default the JVM reserves 1 GB of addresses for classes, and does not start where "ulimit -v" leaves less.
small_class_space=-XX:CompressedClassSpaceSize=64m

# Sets options for a quick start, except those that may conflict with options in environment variables: for example, a JVM
# does not start with two collectors. If options are in a file, they may conflict with any of them.
choose_options() {
    others="${JAVA_TOOL_OPTIONS:-} ${JDK_JAVA_OPTIONS:-} ${_JAVA_OPTIONS:-} ${RESTORER_JAVA_OPTS:-}"
    collector=-XX:+UseSerialGC
    class_space=$small_class_space
    compilers=yes
    sharing=yes
    case " $others" in
        *[[:space:]\"\']@* | *-XX:Flags=* | *-XX:VMOptionsFile=*)
            collector=
            class_space=
            compilers=
            sharing=
            ;;
    esac
    case $others in
        *Use*GC* | *AggressiveHeap* | *StringDeduplication*) collector= ;;
    esac
    case $others in
        *CompressedClassSpace* | *UseCompressedClass* | *MetaspaceSize*) class_space= ;;
    esac
    case $others in
        *Tiered* | *Compil* | *-Xint* | *-Xcomp* | *UseSHA* | *Intrinsic* | *Tier[0-9]*) compilers= ;;
    esac
    case $others in
        *-Xshare* | *Archive* | *DynamicDump* | *DumpShared* | *DumpLoaded* | *AOT*) sharing= ;;
    esac
}

# Sets options for the compilers. Only digests of contents are faster with the second compiler: it has the instructions of
# the processor for SHA-256. It compiles what calls them early, and all else late, since a restore ends before that pays off;
# so the first compiler keeps no profiles for it, which makes its code faster.
# The method in Java that the instructions replace is not compiled, if the processor has them. With few contents, the first
# compiler alone is faster.
choose_compilers() {
    [ -n "$compilers" ] || return 0
    if ! has_many_contents; then
        compilers='-XX:TieredStopAtLevel=1 -XX:CICompilerCount=1'
        return
    fi
    digests=sun.security.provider
    compilers="-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=60000 \
-XX:Tier4BackEdgeThreshold=400000 -XX:-C1UpdateMethodData -XX:CompileCommand=quiet \
-XX:CompileCommand=CompileThresholdScaling,$digests.SHA2::implCompress,0.001 \
-XX:CompileCommand=CompileThresholdScaling,$digests.DigestBase::*,0.001"
    if has_sha_instructions; then
        compilers="$compilers -XX:CompileCommand=exclude,$digests.SHA2::implCompress0"
    fi
}

# Succeeds if the processor is known to have instructions for SHA-256. Without them, a digest would take forty times as long
# if the method were excluded.
has_sha_instructions() {
    [ -r /proc/cpuinfo ] || return 1
    while IFS= read -r line; do
        case $line in
            flags* | Features*)
                case "$line " in
                    *' sha_ni '* | *' sha2 '*) return 0 ;;
                esac
                return 1
                ;;
        esac
    done </proc/cpuinfo
    return 1
}

# Succeeds for a restore from a cache image, or from a cache directory whose tars have more than 2,000 KiB.
has_many_contents() {
    [ "$subcommand" = restore ] || return 1
    [ -z "$cache_image" ] || return 0
    [ -n "$cache_directory" ] || return 1
    sizes=$(LC_ALL=C ls -sk -- "$cache_directory/committed/." 2>/dev/null) || return 1
    total=${sizes#total }
    total=${total%%[!0-9]*}
    [ "${total:-0}" -gt 2000 ]
}

# The JVM encodes file names in the character set of the locale, and uses ASCII if the locale is not installed. So an
# installed locale with UTF-8 is chosen; almost all systems have C.UTF-8. LANGUAGE would translate messages of the system, by
# which remedies are chosen.
use_utf8() {
    unset LANGUAGE
    if [ -d /usr/lib/locale/C.utf8 ] || [ -d /usr/lib/locale/C.UTF-8 ]; then
        unset LOCPATH
        LC_ALL=C.UTF-8
    else
        find_locale
    fi
    export LC_ALL
}

# Searches like glibc: in the directories of LOCPATH, otherwise in that of the system and in its archive, which requires a
# process. Other C libraries support C.UTF-8 without a file.
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

# Chooses C.UTF-8 if it is among the arguments, otherwise the configured locale, otherwise any with UTF-8.
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
