// Writes the tree in a format of Go's archive/tar, with absolute names as an exporter does.
package main

import (
	"archive/tar"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

func main() {
	formats := map[string]tar.Format{"gnu": tar.FormatGNU, "pax": tar.FormatPAX, "any": tar.FormatUnknown}
	format := formats[os.Args[1]]
	out := tar.NewWriter(os.Stdout)
	inodes := map[string]bool{}
	check(filepath.Walk("layers", func(path string, info fs.FileInfo, err error) error {
		check(err)
		target := ""
		if info.Mode()&fs.ModeSymlink != 0 {
			target, err = os.Readlink(path)
			check(err)
		}
		header, err := tar.FileInfoHeader(info, target)
		check(err)
		header.Name = "/" + path
		header.Format = format
		if format == tar.FormatGNU || format == tar.FormatPAX {
			header.Uid = 1 << 30
			header.AccessTime = time.Unix(1, 0)
		}
		if format == tar.FormatPAX {
			header.ModTime = time.Unix(1, 500)
			header.PAXRecords = map[string]string{"SCHILY.xattr.user.key": "value\n"}
		}
		if path == "layers/bp/x/tool" && inodes["layers/bp/x/bin/tool"] {
			header.Typeflag, header.Linkname, header.Size = tar.TypeLink, "/layers/bp/x/bin/tool", 0
		}
		inodes[path] = true
		check(out.WriteHeader(header))
		if header.Typeflag == tar.TypeReg {
			file, err := os.Open(path)
			check(err)
			_, err = io.Copy(out, file)
			check(err)
			check(file.Close())
		}
		return nil
	}))
	check(out.Close())
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
