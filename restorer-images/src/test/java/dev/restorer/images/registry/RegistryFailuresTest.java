package dev.restorer.images.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.images.reference.Reference;
import dev.restorer.images.reference.RegistryReference;
import java.io.IOException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.junit.jupiter.api.Test;

class RegistryFailuresTest {

    private static String message(IOException failure) {
        RegistryReference reference = (RegistryReference) Reference.parse("r.example/a");
        return String.valueOf(RegistryFailures.of(reference, failure).getMessage());
    }

    @Test
    void anUnknownHostIsReportedWithoutTheTextOfTheResolver() {
        UnknownHostException unknown = new UnknownHostException("b.example: Name or service not known");
        assertThat(message(unknown)).contains(": its host b.example is unknown. Check the name of the registry");
    }

    @Test
    void anUnknownRegistryHasTheRemedyForItsName() {
        IOException failure = new NonRetryableException("its host is unknown", new UnknownHostException("r.example"));
        assertThat(message(failure)).contains(": its host is unknown. Check the name of the registry");
    }

    @Test
    void anEnvironmentVariableThatCannotBeUsedIsToBeCorrected() {
        IOException failure = new ClientProtocolException("no such scheme", new EnvironmentException("no such scheme"));
        assertThat(message(failure)).contains(": no such scheme. Correct the environment variable");
    }
}
