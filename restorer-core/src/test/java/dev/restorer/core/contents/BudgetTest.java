package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.ContentsLimits;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetTest {

    @TempDir
    Path folder;

    @Test
    void asManyEntriesAsTheLimitSaysAreAllowed() throws Exception {
        Budget budget = new Budget(ContentsLimits.defaults().withEntries(2), folder);
        budget.entry();
        budget.entry();
        assertThatThrownBy(budget::entry)
                .isInstanceOf(CondemnedException.class)
                .hasMessage("it has more than 2 files, folders and links");
    }

    @Test
    void filesTogetherMayHaveAsManyBytesAsTheLimitSays() throws Exception {
        Budget budget = new Budget(ContentsLimits.defaults().withBytes(10), folder);
        budget.file(4);
        budget.file(6);
        assertThat(budget.bytes()).isEqualTo(10);
        assertThatThrownBy(() -> budget.file(1))
                .isInstanceOf(CondemnedException.class)
                .hasMessage("its files have more than 10 bytes");
    }

    @Test
    void aSizeThatWouldOverflowTheCountIsRefused() throws Exception {
        Budget budget = new Budget(ContentsLimits.defaults().withBytes(Long.MAX_VALUE), folder);
        budget.file(1);
        assertThatThrownBy(() -> budget.file(Long.MAX_VALUE)).isInstanceOf(CondemnedException.class);
    }

    @Test
    void aFileThatIsLargerThanTheFreeSpaceIsRefusedBeforeItIsWritten() throws Exception {
        Budget budget = new Budget(ContentsLimits.defaults().withBytes(Long.MAX_VALUE), folder);
        assertThatThrownBy(() -> budget.file(Long.MAX_VALUE / 2))
                .isInstanceOf(CondemnedException.class)
                .hasMessage("it needs more space than the disk has left");
    }
}
