package dev.restorer.core.contents.tar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.fixtures.Tar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaxRecordsTest {

    private static PaxRecords records(String content) throws RejectedException {
        return PaxRecords.NONE.with(content.getBytes(UTF_8));
    }

    @Test
    void pathTargetAndSizeAreKept() throws RejectedException {
        PaxRecords records =
                records(Tar.paxRecord("path", "a=b\nü") + Tar.paxRecord("linkpath", "c") + Tar.paxRecord("size", "17"));
        assertThat(records.path()).isEqualTo("a=b\nü".getBytes(UTF_8));
        assertThat(records.target()).isEqualTo("c".getBytes(UTF_8));
        assertThat(records.size(1)).isEqualTo(17);
        assertThat(records.sparse()).isNull();
    }

    @Test
    void absentRecordsLeaveTheHeadersValues() throws RejectedException {
        PaxRecords records = records(Tar.paxRecord("comment", "a"));
        assertThat(records.path()).isNull();
        assertThat(records.target()).isNull();
        assertThat(records.size(1)).isEqualTo(1);
    }

    @Test
    void theLastRecordOfAKeyIsUsedAndAnEmptyOneDeletes() throws RejectedException {
        assertThat(records(Tar.paxRecord("path", "a") + Tar.paxRecord("path", "b"))
                        .path())
                .isEqualTo(new byte[] {'b'});
        assertThat(records(Tar.paxRecord("path", "a") + Tar.paxRecord("path", ""))
                        .path())
                .isNull();
        assertThat(records(Tar.paxRecord("size", "17"))
                        .with(Tar.paxRecord("size", "").getBytes(UTF_8))
                        .size(1))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mtime=9223372036854775807",
                "atime=-99999999999999999999",
                "ctime=never",
                "uid=-1",
                "gid=x",
                "uname=\0",
                "SCHILY.xattr.user.key=\0\n\0",
                "LIBARCHIVE.creationtime=1",
                "hdrcharset=BINARY",
                "VENDOR.any==",
                "Path=a",
            })
    void otherRecordsAreIgnored(String record) throws RejectedException {
        int equals = record.indexOf('=');
        PaxRecords records = records(
                Tar.paxRecord(record.substring(0, equals), record.substring(equals + 1)) + Tar.paxRecord("path", "a"));
        assertThat(records.path()).isEqualTo(new byte[] {'a'});
    }

    @ParameterizedTest
    @ValueSource(strings = {"GNU.sparse.map", "GNU.sparse.offset"})
    void aMapMarksASparseFileUntilTheNextHeader(String key) throws RejectedException {
        PaxRecords records = records(Tar.paxRecord(key, "1"));
        assertThat(records.sparse()).isNotNull();
        assertThat(records.with(new byte[0]).sparse()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "path=a\n",
                " path=a\n",
                "9path=a\n",
                "9 path=a",
                "11 path=a\n",
                "8 path=a\n",
                "09 path=a\n",
                "-9 path=a\n",
                "+9 path=a\n",
                "+ path=a\n",
                "+",
                "++11 path=a\n",
                "0x9 path=a\n",
                "7 path\n",
                "5 =a\n",
                "9 pa\0h=a\n",
                "0 \n",
                "2 ",
                "9",
                "9 path=a\n\0\0\0",
                "9 path=a\n9 path=b",
                "99999999999999999999999999999999 path=a\n",
                "4294967314 path=a\n", // 2 to the power of 32, and its length
            })
    void otherSyntaxIsDamage(String content) {
        assertThatThrownBy(() -> records(content))
                .isInstanceOf(RejectedException.class)
                .hasMessage("a pax header of its tar is damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11 path=ab\n", "+11 path=a\n", "0011 path=\n"})
    void theLengthMayHaveAPlusAndZerosAsInGo(String content) throws RejectedException {
        assertThat(records(content)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "+3", "003"})
    void theSizeMayHaveAPlusAndZerosAsInGo(String size) throws RejectedException {
        assertThat(records(Tar.paxRecord("size", size)).size(1)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "9223372036854775808", "0x1", " 1", "1 ", "\u0663", "1\uff11", "1_0", "--1"})
    void aSizeThatIsNotANumberIsDamage(String size) throws RejectedException {
        PaxRecords records = records(Tar.paxRecord("size", size));
        assertThatThrownBy(() -> records.size(1)).hasMessage("a pax header of its tar is damaged");
    }
}
