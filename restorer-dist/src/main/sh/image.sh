# Makes an image: the command, and a JVM that contains the command's modules and the archive of their classes.
#
#   image.sh CHECKOUT TARGET NAME [--without-archive]
#
# It is for the operating system and the processor of the JDK in JAVA_HOME.
set -eu

checkout=$1
target=$2
image=$2/$3
built=$checkout/restorer-cli/target
work=$target/modules
runtime=$image/runtime
command=dev.restorer.cli/dev.restorer.cli.Main
training=dev.restorer.cli/dev.restorer.cli.Training

rm -rf "$image" "$image.tar.gz" "$work"
mkdir -p "$image/bin" "$work/automatic"
cp "$checkout/LICENSE" "$checkout/CHANGELOG.md" "$image"
cp "$checkout/bin/restorer" "$image/bin"
cp -R "$checkout/bin/lib" "$image/bin"
cp -R "$target/share" "$checkout/docs" "$image"

# jlink takes no automatic modules, so they get descriptors. These are open, since Jedis reads fields of its own classes
# through Gson.
cp "$built/restorer-cli.jar" "$built"/lib/*/*.jar "$work"
for jar in "$work"/*.jar; do
    "$JAVA_HOME/bin/jar" --describe-module --file "$jar" >"$work/description"
    ! grep -q ' automatic$' "$work/description" || mv "$jar" "$work/automatic"
done
"$JAVA_HOME/bin/jdeps" --multi-release 17 --ignore-missing-deps --module-path "$work:$work/automatic" \
    --generate-open-module "$work/descriptors" "$work"/automatic/*.jar >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    exit 1
}
for jar in "$work"/automatic/*.jar; do
    module=$("$JAVA_HOME/bin/jar" --describe-module --file "$jar" | sed -n 's/^\([^@ ]*\).* automatic$/\1/p')
    "$JAVA_HOME/bin/javac" --release 17 -nowarn -Xlint:none -p "$work:$work/automatic" --patch-module "$module=$jar" \
        -d "$work/classes/$module" "$work/descriptors/$module/versions/17/module-info.java"
    "$JAVA_HOME/bin/jar" --update --file "$jar" -C "$work/classes/$module" module-info.class
done
mv "$work"/automatic/*.jar "$work"

# The libraries of zstd for other systems are left out.
case $(uname -s)/$(uname -m) in
    Linux/x86_64) system=linux/amd64 ;;
    Linux/aarch64) system=linux/aarch64 ;;
    *) system= ;;
esac
excluded=
for other in $("$JAVA_HOME/bin/jar" --list --file "$work/zstd-jni.jar" | sed -n 's#^\([a-z]*/[a-z0-9_]*\)/libzstd.*#\1#p' | sort -u); do
    [ -z "$system" ] || [ "$other" = "$system" ] || excluded="$excluded,/com.github.luben.zstd_jni/$other/**"
done

# The providers that ServiceLoader finds are named. TLS needs jdk.crypto.ec before Java 22.
"$JAVA_HOME/bin/jlink" --module-path "$work" --no-header-files --no-man-pages \
    --add-modules dev.restorer.cli,dev.restorer.core,dev.restorer.images,jdk.crypto.ec \
    --add-modules dev.restorer.shastore.memory,dev.restorer.shastore.files,dev.restorer.shastore.redis \
    ${excluded:+--exclude-resources="${excluded#,}"} --output "$runtime"
# The library of zstd as a file, since a JVM would unpack it at each start.
zstd=
if [ -n "$system" ]; then
    (cd "$work" && "$JAVA_HOME/bin/jar" --extract --file zstd-jni.jar "$system")
    zstd=$runtime/lib/libzstd.so
    install -m 755 "$work/$system"/libzstd*.so "$zstd"
fi
# What only compilers and launchers of other tools need.
rm -f "$runtime/lib/jrt-fs.jar" "$runtime/bin/keytool" "$runtime/lib/classlist"

if [ "${4:-}" = --without-archive ]; then
    chmod -R u+w,a+rX "$image"
    rm -rf "$work"
    exit
fi

# The archive of the classes that the most common restores load, since version 25 linked. The JVM finds one that is not linked
# wherever the image is; bin/restorer names the other.
. "$checkout/bin/lib/java.sh"
. "$checkout/bin/lib/build.sh"
home=$runtime
find_version
native=
[ "${version%%.*}" -lt 22 ] || native=--enable-native-access=com.github.luben.zstd_jni
clear_options
run_image() {
    # shellcheck disable=SC2086
    "$runtime/bin/java" -XX:+UseSerialGC "$small_class_space" $native -Dpicocli.converters.excludes='java.*' \
        -Djava.io.tmpdir="$work" ${zstd:+"-DZstdNativePath=$zstd"} "$@"
}
make_image_archive() {
    if [ "${version%%.*}" -ge 25 ]; then
        # shellcheck disable=SC2086
        run_image $record_linked -XX:AOTConfiguration="$work/classes.list" -m "$training" &&
            run_image -XX:AOTMode=create -XX:AOTConfiguration="$work/classes.list" -XX:AOTCache="$runtime/lib/server/classes.aot" -m "$command"
    else
        run_image -XX:DumpLoadedClassList="$work/classes.list" -m "$training" &&
            run_image -Xshare:dump -XX:SharedClassListFile="$work/classes.list" -m "$command"
    fi
}
make_image_archive >>"$work/log" 2>&1 || {
    cat "$work/log" >&2
    exit 1
}
chmod -R u+w,a+rX "$image"

tar -C "$target" -czf "$image.tar.gz" "${image##*/}"
rm -rf "$work"
