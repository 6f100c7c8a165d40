package dev.restorer.cli.explain;

import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerTypes;
import dev.restorer.cli.explain.ExplainedLayer.Contents;
import dev.restorer.cli.table.DecisionText;
import dev.restorer.cli.table.DisplayName;
import dev.restorer.cli.text.DisplayWidth;
import dev.restorer.cli.text.Style;
import dev.restorer.cli.text.Wrapped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formats layers as rows of a table that is not wider than the terminal. */
final class LayerLines {

    /** A terminal with fewer columns has no room for the table. */
    private static final int MIN_WIDTH = 60;

    /** With fewer columns, the reasons are easier to read below the row. */
    private static final int MIN_WHY = 40;

    private static final String GAP = "  ";
    private static final String INDENT = "  ";
    private static final int APP_TYPES = 9;
    private static final int CACHE_TYPES = 6;
    private static final int METADATA = 9;
    private static final int CONTENTS = 8;
    private static final String BELOW = "      ";

    private final boolean contents;
    private final int width;
    private final Style style;
    private final int layerWidth;
    private final int whyWidth;

    LayerLines(List<ExplainedLayer> layers, boolean contents, int width, Style style) {
        this.contents = contents;
        this.width = width;
        this.style = style;
        int fixed = APP_TYPES + CACHE_TYPES + METADATA + 3 * GAP.length() + (contents ? CONTENTS + GAP.length() : 0);
        int longest = layers.stream()
                .mapToInt(layer -> INDENT.length() + DisplayWidth.of(DisplayName.of(layer.name())))
                .max()
                .orElse(0);
        layerWidth = Math.max("Layer".length(), Math.min(longest, width - fixed));
        whyWidth = width - layerWidth - fixed - GAP.length();
    }

    private boolean isNarrow() {
        return width < MIN_WIDTH;
    }

    private boolean hasWhyColumn() {
        return whyWidth >= MIN_WHY;
    }

    /** Returns the names of the columns, or nothing if there are none. */
    List<String> headings() {
        if (isNarrow()) {
            return List.of();
        }
        String line = DisplayWidth.pad("Layer", layerWidth)
                + GAP
                + DisplayWidth.pad("App image", APP_TYPES)
                + GAP
                + DisplayWidth.pad("Cache", CACHE_TYPES)
                + GAP
                + DisplayWidth.pad("Metadata", METADATA)
                + (contents ? GAP + "Contents" : "")
                + (hasWhyColumn() ? GAP + "Why" : "");
        return List.of(style.heading(line.stripTrailing()));
    }

    /** Returns the lines of a layer. */
    List<String> of(ExplainedLayer layer) {
        return isNarrow() ? paragraph(layer) : row(layer);
    }

    private List<String> paragraph(ExplainedLayer layer) {
        List<String> lines = new ArrayList<>(Wrapped.paragraph(DisplayName.of(layer.name()), width, INDENT, BELOW));
        String text = "app image " + types(layer.metadata().app()) + ", cache "
                + types(layer.metadata().cache()) + ", metadata "
                + DecisionText.source(layer.metadata().from())
                + (contents ? ", contents " + layer.outcome().word() : "") + ": "
                + layer.why();
        lines.addAll(Wrapped.paragraph(text, width, BELOW, BELOW));
        return lines;
    }

    private List<String> row(ExplainedLayer layer) {
        List<String> names = Wrapped.lines(DisplayName.of(layer.name()), layerWidth - INDENT.length());
        List<String> why = hasWhyColumn() ? Wrapped.lines(layer.why(), whyWidth) : List.of();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(names.size(), why.size()); i++) {
            String line = INDENT
                    + DisplayWidth.pad(i < names.size() ? names.get(i) : "", layerWidth - INDENT.length())
                    + (i == 0 ? outcome(layer) : " ".repeat(width - layerWidth - whyWidth - GAP.length()))
                    + (i < why.size() ? GAP + why.get(i) : "");
            lines.add(line.stripTrailing());
        }
        if (!hasWhyColumn()) {
            lines.addAll(Wrapped.paragraph(layer.why(), width, BELOW, BELOW));
        }
        return lines;
    }

    private String outcome(ExplainedLayer layer) {
        String from = DecisionText.source(layer.metadata().from());
        String metadata = layer.metadata().isRestored() ? style.good(from) : style.noted(from);
        return GAP
                + DisplayWidth.pad(types(layer.metadata().app()), APP_TYPES)
                + GAP
                + DisplayWidth.pad(types(layer.metadata().cache()), CACHE_TYPES)
                + GAP
                + metadata
                + " ".repeat(METADATA - from.length())
                + (contents ? GAP + contents(layer.outcome()) : "");
    }

    /** Returns one letter for each type. */
    private static String types(@Nullable LayerDecision decision) {
        if (decision == null) {
            return "absent";
        }
        LayerTypes types = decision.metadata().types();
        return (types.build() ? "b" : "-") + (types.launch() ? "l" : "-") + (types.cache() ? "c" : "-");
    }

    private String contents(Contents outcome) {
        String word = outcome.word();
        String styled = switch (outcome) {
            case RESTORED -> style.good(word);
            case REMOVED -> style.bad(word);
            case KEPT, NONE -> word;
        };
        return styled + " ".repeat(CONTENTS - word.length());
    }
}
