#!/bin/bash
# Makes the tars beside this file, as README.md says. Needs GNU tar, Python 3, Go, bsdtar, busybox, pax, cpio, and Perl.
set -euo pipefail
export LC_ALL=C.UTF-8
umask 022
here=$(CDPATH='' cd -- "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

part() { printf "$1%.0s" $(seq "$2"); }

# What every format can hold.
tree() {
    mkdir -p layers/bp/x/bin
    echo tool >layers/bp/x/bin/tool
    : >layers/bp/x/empty
    echo unicode >layers/bp/x/ünï-漢
    echo text >layers/bp/x/read-only
    ln -s bin/tool layers/bp/x/link
    ln layers/bp/x/bin/tool layers/bp/x/tool
    chmod 755 layers layers/bp layers/bp/x layers/bp/x/bin layers/bp/x/bin/tool
    chmod 444 layers/bp/x/read-only
}

# A path that a header can hold in two parts.
two_parts() {
    folder=layers/bp/x/$(part d 60)
    mkdir "$folder"
    echo parts >"$folder/$(part e 60)"
}

# A name and a target that a header can not hold.
long() {
    echo long >"layers/bp/x/$(part n 150)"
    ln -s "$(part t 150)" layers/bp/x/long-link
}

# Keeps the tar that comes.
keep() { gzip -9n >"$here/$1.tar.gz"; }

gnu() { tar --sort=name --mtime=@1 --owner=builder:1000 --group=builder:1000 -cf - "$@" layers; }

tree
find . -exec touch -hd @1 {} +
gnu --format=v7 | keep gnu-tar-v7
bsdtar --format=v7tar -cf - layers | keep bsdtar-v7
find layers -depth | cpio -o -H tar --quiet | keep cpio-tar

two_parts
find . -exec touch -hd @1 {} +
gnu --format=ustar | keep gnu-tar-ustar
bsdtar --format=ustar -cf - layers | keep bsdtar-ustar
python3 "$here/make.py" ustar | keep python-ustar
find layers | cpio -o -H ustar --quiet | keep cpio-ustar
pax -w -x ustar layers | keep pax-ustar
# shellcheck disable=SC2016,SC2046
perl -MArchive::Tar -e 'my $tar = Archive::Tar->new; $tar->add_files(@ARGV); $tar->write(\*STDOUT)' \
    $(find layers) | keep perl-ustar

long
find . -exec touch -hd @1 {} +
gnu --format=gnu | keep gnu-tar-gnu
gnu --format=oldgnu | keep gnu-tar-oldgnu
gnu --format=posix | keep gnu-tar-posix
gnu --format=posix --pax-option=comment=of-all | keep gnu-tar-posix-global
gnu --format=gnu -b 1 | python3 "$here/make.py" without-end | keep gnu-tar-without-end
gnu --format=gnu -b 1 | head -c -512 | keep gnu-tar-one-empty-block
tar --sort=name --mtime=@-1 --owner=builder:3000000 --group=builder:4000000000 --format=gnu -cf - layers | keep gnu-tar-base-256
bsdtar --format=gnutar -cf - layers | keep bsdtar-gnutar
bsdtar --format=pax -cf - layers | keep bsdtar-pax
bsdtar -cf - layers | keep bsdtar-default
busybox tar -cf - layers | keep busybox
python3 "$here/make.py" gnu | keep python-gnu
python3 "$here/make.py" pax | keep python-pax
go run "$here/make.go" gnu | keep go-gnu
go run "$here/make.go" pax | keep go-pax
go run "$here/make.go" any | keep go-any

# A file with holes.
truncate -s 1M layers/bp/x/holes
echo end >>layers/bp/x/holes
gnu --format=gnu -S | keep sparse-gnu
gnu --format=oldgnu -S | keep sparse-oldgnu
for version in 0.0 0.1 1.0; do
    gnu --format=posix -S --sparse-version=$version | keep sparse-pax-$version
done
bsdtar --format=pax -cf - layers | keep sparse-bsdtar-pax
for i in $(seq 20); do
    dd if=/dev/zero of=layers/bp/x/holes bs=1 count=1 seek=$((i * 65536)) conv=notrunc status=none
    printf x | dd of=layers/bp/x/holes bs=1 seek=$((i * 65536)) conv=notrunc status=none
done
gnu --format=gnu -S | keep sparse-gnu-many
rm layers/bp/x/holes

# What no layer has.
gnu --format=gnu --label=volume | keep other-volume-label
gnu --format=gnu --listed-incremental=snapshot | keep other-incremental
