# Finds the archive of classes, and the jar on the class path that was made with it. Read by bin/restorer.
# shellcheck shell=sh disable=SC2034,SC2154

# Sets "archive", the file of the archive of classes, and "sharing", the option before its name. Since version 25, the JVM
# stores linked classes. An archive that does not fit is ignored silently. Also sets "start_jar", the jar on the class path for
# which it was made; empty if a class path cannot have it, or if its URL has encoded characters, with which a JVM takes none of
# its classes from the archive. Each archive has its own jar, since a JVM with the other kind of archive may be at the same
# path later, for example in another container.
choose_archive() {
    jars=${jar#"$target/"}:$needed
    jar_sizes=
    archive=$target/archives$home
    if [ "$major" -ge 25 ]; then
        archive=$archive.aot
        [ -z "$sharing" ] || sharing=-XX:AOTCache=
        quiet=-Xlog:aot=off
    else
        archive=$archive.jsa
        [ -z "$sharing" ] || sharing=-XX:SharedArchiveFile=
        quiet=-Xlog:cds=off
    fi
    case $archive in
        *[!A-Za-z0-9/._+-]*) start_jar= ;;
        *) start_jar=$archive.jar ;;
    esac
}

# Sets "jar_zstd", the library of zstd that is unpacked from the one jar; empty if there is no such jar. It is named after the
# kind of processor, since a directory may be used with several, and a library for another one cannot be loaded.
name_library() {
    jar_zstd=${start_jar:+$start_jar.libzstd-$(uname -m).so}
}

# Succeeds if two files have the same time.
have_same_time() {
    [ -e "$1" ] && [ -e "$2" ] && [ ! "$1" -nt "$2" ] && [ ! "$2" -nt "$1" ]
}

# Sets "jar_sizes", once. The time of a jar does not tell which it is in an unpacked archive: all its files have one, which
# those of the next archive may have too.
list_jar_sizes() {
    [ -z "$jar_sizes" ] || return 0
    jar_sizes=any
    if [ "$target" = "$root" ]; then
        # shellcheck disable=SC2046
        set -- $(cd "$libraries" && wc -c ./*.jar start/*.jar 2>/dev/null)
        jar_sizes=$*
    fi
}

# Succeeds if there is an archive of classes for these jars.
is_archive_of_jars() {
    have_same_time "$archive" "$jar" || return
    [ -n "$start_jar" ] && [ -s "$archive" ] || return 0
    [ -s "$start_jar" ] || return
    replaced=
    IFS=:
    for each in $jars; do
        have_same_time "$target/$each" "$start_jar.of/${each##*/}" || replaced=yes
    done
    unset IFS
    [ -z "$replaced" ] && [ -r "$start_jar.of/sizes" ] && IFS= read -r copied <"$start_jar.of/sizes" \
        && list_jar_sizes && [ "$copied" = "$jar_sizes" ]
}

# Succeeds if there is an archive for these jars, this directory and this build of the JDK. The JVM silently ignores any other
# archive. An empty file means that the archive could not be created. Also sets "of_jars", to "yes" if there is an archive for
# these jars, even if it is for another directory or JDK: the one jar that was made with it can be used then.
is_archived() {
    of_jars=
    is_archive_of_jars || return
    of_jars=yes
    [ -s "$archive" ] || return 0
    [ -f "$archive.for" ] && [ ! "$home/lib/modules" -nt "$archive.for" ] \
        && IFS= read -r made_for <"$archive.for" && [ "$made_for" = "$root $jdk_build" ]
}
