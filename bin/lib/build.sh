# Builds the command and its archive of classes. Read by bin/restorer if something has to be built.
# shellcheck shell=sh disable=SC2154

build() {
    printf 'Building the command, which takes a while the first time.\n' >&2
    log=$state/build.log
    # The script of Maven needs a home directory. Tests and checks of the format and of the documentation are not needed to
    # run the command.
    if ! ([ -n "${HOME:-}" ] || find_home && cd "$root" && ./mvnw -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true -Ddoclint.javac=none -pl restorer-cli -am package) >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        fail "The command cannot be built. What Maven says is above, and in $log."
    fi
    is_built || fail "The build left no $jar. Run ./mvnw -pl restorer-cli -am package in $root to see why."
}

build_unless_fresh() {
    is_fresh || build
}

build_alone() {
    if ! mkdir -p "$state" 2>/dev/null || [ ! -w "$state" ]; then
        fail "The command is not built, and $state cannot be written to. Build it where it can be."
    fi
    alone build_unless_fresh
}

# Succeeds if there is no such process. That of another user exists, although it accepts no signal of this one.
has_ended() {
    problem=$(LC_ALL=C kill -0 "$1" 2>&1) && return 1
    case $problem in
        *[Nn]'ot permitted'*) return 1 ;;
    esac
}

# Locks descriptor 9, within a number of seconds if one is given. Not every flock has an option for that. Where files cannot
# be locked, as on some network disks, it goes on without a lock.
lock_within() {
    if [ -z "$1" ]; then
        flock 9
        return
    fi
    seconds=0
    until flock -n 9 2>/dev/null; do
        [ $? -eq 1 ] || return 0
        seconds=$((seconds + 1))
        if [ "$seconds" -gt "$1" ]; then
            printf 'Warning: The command starts slowly, since another process has been making the archive of its classes for %s seconds. End the process that holds %s if it hangs.\n' \
                "$1" "$state/build.lock" >&2
            return 1
        fi
        sleep 1
    done
}

# Runs a function under a lock. A second process waits, and then finds the result. With flock it fails after a number of
# seconds, if one is given: the process that has the lock may hang. Without flock, the lock is a directory with the pid of
# its holder, that of the script, which after the lock is the pid of the JVM. For a short time it has no pid, before the
# file with the pid is written and while both are removed.
alone() {
    if command -v flock >/dev/null 2>&1; then
        (
            lock_within "${2:-}" || exit
            "$1"
        ) 9>"$state/build.lock"
    else
        (
            while ! mkdir "$state/build.lock.d" 2>/dev/null; do
                holder=$(cat "$state/build.lock.d/pid" 2>/dev/null) || holder=
                if [ -n "$holder" ]; then without_holder=0; else without_holder=$((${without_holder:-0} + 1)); fi
                if { [ -n "$holder" ] && has_ended "$holder"; } || [ "$without_holder" -gt 10 ]; then
                    fail "A build was interrupted. Remove $state/build.lock.d and run again."
                fi
                sleep 1
            done
            trap 'rm -rf "$state/build.lock.d"' EXIT
            trap 'exit 130' INT TERM HUP
            printf %s $$ >"$state/build.lock.d/pid"
            "$1"
        )
    fi
}

# More than an archive, its jar and all that is written to make them.
archive_megabytes=64

# Succeeds if there is space for an archive. On a disk that is almost full, each start would try for seconds to make one.
has_room() {
    available=$(LC_ALL=C df -Pk -- "$target" 2>/dev/null | sed -n '2s/.* \([0-9][0-9]*\)  *[0-9]*%.*/\1/p')
    [ "$((${available:-1000000} / 1024))" -ge "$archive_megabytes" ]
}

# Creates the archive of the classes that a restore loads, so that the JVM need not read and verify them at each start, and a
# copy of the class path in one jar, so that it need not open many. There is one of each for each build of the command and
# of the JDK. Without them the command starts more slowly.
make_archive() {
    umask go+rx # other users start with it too
    work=$archive.d
    rm -rf "$work" # what a killed start left takes space
    if ! has_room; then
        printf 'Warning: The command starts slowly, since the archive of its classes needs %s MB of disk space. Free as much for %s.\n' \
            "$archive_megabytes" "$target" >&2
        return
    fi
    rm -f "$archive.for"
    mkdir -p "$work" 2>/dev/null || return
    if run_for_archive >"$work/log" 2>&1; then
        mv -f "$work/archive" "$archive"
    else
        mv -f "$work/log" "$state/archive.log"
        printf 'Warning: The command starts slowly, since the archive of its classes cannot be made. %s says why.\n' \
            "$state/archive.log" >&2
        rm -f "$archive"
        : >"$archive" # so that it is not tried again at every start
    fi
    # The JVM compares the times of the jars, which a copy may change; so the archive gets the time of its jar.
    copy_time "$jar" "$archive"
    [ ! -s "$archive" ] || printf '%s\n' "$root $jdk_build" >"$archive.for"
    rm -rf "$work"
}

# Clears options in the environment, since they may differ at the next start.
clear_options() {
    unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
    for variable in $(env | sed -n 's/^\(CNB_[A-Z_]*\)=.*/\1/p'); do
        unset "$variable"
    done
}

# The options to record the classes for an archive with linked classes, since version 25. With profiles, the compilers would
# at once be busy with methods that a small restore runs a few times.
record_linked='-XX:+UnlockDiagnosticVMOptions -XX:+IgnoreUnrecognizedVMOptions -XX:-AOTRecordTraining -XX:AOTMode=record'

# Runs the most common restores, with the options of the command.
run_for_archive() (
    clear_options
    start_path=$class_path
    name_library
    if [ -n "$start_jar" ]; then
        rm -rf "$start_jar.of"
        describe_jars "$work/of" || exit
        "$java" -XX:+UseSerialGC "$small_class_space" ${native:+$native=ALL-UNNAMED} -cp "$class_path" \
            dev.restorer.cli.StartJar "$work/jar" "$work/zstd" || exit
        # A restore that runs may load it at any time.
        if [ -e "$work/zstd" ]; then mv -f "$work/zstd" "$jar_zstd"; else rm -f "$jar_zstd"; fi
        mv -f "$work/jar" "$start_jar" && mv "$work/of" "$start_jar.of" || exit
        start_path=$start_jar # the archive depends on it
    fi
    if [ "$major" -ge 25 ]; then
        # shellcheck disable=SC2086
        train $record_linked -XX:AOTConfiguration="$work/classes" || exit
        "$java" -XX:+UseSerialGC "$small_class_space" ${native:+$native=ALL-UNNAMED} -XX:AOTMode=create -XX:AOTConfiguration="$work/classes" \
            -XX:AOTCache="$work/archive" -cp "$start_path"
    else
        train -XX:DumpLoadedClassList="$work/classes" || exit
        "$java" -XX:+UseSerialGC "$small_class_space" -Xshare:dump -XX:SharedClassListFile="$work/classes" \
            -XX:SharedArchiveFile="$work/archive" -cp "$start_path"
    fi
)

# Creates a directory with an empty file for each jar that is copied, which has its time, and a file with their sizes, so
# that a jar that is replaced later is noticed, or while it is copied.
describe_jars() {
    mkdir "$1" || return
    list_jar_sizes
    printf '%s\n' "$jar_sizes" >"$1/sizes" || return
    IFS=:
    for each in $jars; do
        copy_time "$target/$each" "$1/${each##*/}"
    done
    unset IFS
}

copy_time() {
    touch -r "$1" "$2"
    [ ! "$1" -nt "$2" ] || touch -r "$2" "$1" # if touch drops fractions of a second
}

train() {
    [ ! -x "$jar_zstd" ] || set -- "$@" "-DZstdNativePath=$jar_zstd"
    # shellcheck disable=SC2086
    "$java" -XX:+UseSerialGC "$small_class_space" ${native:+$native=ALL-UNNAMED} $parser "$@" -Djava.io.tmpdir="$work" -cp "$start_path" dev.restorer.cli.Training
}

archive_unless_fresh() {
    is_archived || make_archive
}
