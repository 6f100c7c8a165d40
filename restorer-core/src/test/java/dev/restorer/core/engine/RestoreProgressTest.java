package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.fixtures.CapturedLog;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestoreProgressTest {

    private final Locale locale = Locale.getDefault();

    @BeforeEach
    void setLocaleWithOtherDigits() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    }

    @AfterEach
    void resetLocale() {
        Locale.setDefault(locale);
    }

    @Test
    void aLogLineIsTheSameInEveryLocale() {
        RestoreProgress progress = new RestoreProgress();
        progress.metadata.begin(12);
        progress.metadata.add(3);
        try (CapturedLog log = new CapturedLog()) {
            assertThatThrownBy(() -> progress.logIfFailed(() -> {
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(log.lines()).containsExactly("INFO Ending early: metadata of 3 of 12 layers written");
        }
    }
}
