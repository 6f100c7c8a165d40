package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.ContentsLimits;
import dev.restorer.core.contents.failure.RejectedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetTest {

    @TempDir
    Path directory;

    @Test
    void theMaximumNumberOfEntriesIsAllowed() throws Exception {
        Budget budget = new Budget(ContentsLimits.defaults().withEntries(2), directory);
        budget.entry();
        budget.entry();
        assertThatThrownBy(budget::entry)
                .isInstanceOf(RejectedException.class)
                .hasMessage("it has more than 2 files, directories and links");
    }

    @Test
    void filesTogetherMayHaveTheMaximumNumberOfBytes() throws Exception {
        Budget budget = new Budget(ContentsLimits.defaults().withBytes(10), directory);
        budget.file(4);
        budget.file(6);
        assertThat(budget.bytes()).isEqualTo(10);
        assertThatThrownBy(() -> budget.file(1))
                .isInstanceOf(RejectedException.class)
                .hasMessage("its files have more than 10 bytes");
    }

    @Test
    void aSizeThatWouldOverflowIsRejected() throws Exception {
        Budget budget = new Budget(ContentsLimits.defaults().withBytes(Long.MAX_VALUE), directory);
        budget.file(1);
        assertThatThrownBy(() -> budget.file(Long.MAX_VALUE)).isInstanceOf(RejectedException.class);
    }

    @Test
    void aFileLargerThanTheFreeSpaceIsRejectedBeforeItIsWritten() throws Exception {
        Budget budget = new Budget(ContentsLimits.defaults().withBytes(Long.MAX_VALUE), directory);
        budget.entry();
        assertThatThrownBy(() -> budget.file(Long.MAX_VALUE))
                .isInstanceOf(RejectedException.class)
                .hasMessage("it needs more space than the disk has left");
    }
}
