package dev.restorer.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void cellsOfWideCharactersAreAlignedByTheirColumns() {
        Table table = new Table("Layer", "Why");
        table.row("日本", "one");
        table.row("abc", "two");
        List<String> lines = new ArrayList<>();
        table.print(lines::add);
        assertThat(lines).containsExactly("Layer  Why", "日本   one", "abc    two");
    }
}
