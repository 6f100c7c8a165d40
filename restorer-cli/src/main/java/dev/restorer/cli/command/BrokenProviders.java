package dev.restorer.cli.command;

import dev.restorer.api.ProviderException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs a warning for each provider that was found and does not work. It is an error only if that provider is used. */
final class BrokenProviders {

    private static final Logger LOG = LoggerFactory.getLogger("dev.restorer.cli");

    private BrokenProviders() {}

    static void warn(List<ProviderException> broken) {
        broken.forEach(each -> LOG.warn("{}", each.getMessage()));
    }
}
