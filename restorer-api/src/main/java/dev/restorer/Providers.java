package dev.restorer;

import dev.restorer.api.ProviderException;
import dev.restorer.api.Quoted;
import dev.restorer.vendors.Vendor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the providers of one kind, such as SHA stores, and checks that their ids are unique.
 *
 * @param <P> the type of the providers
 * @param type the same type
 * @param kind what they provide, for messages
 * @param kinds the same in the plural
 * @param use calls the methods that are called later, so that a provider that throws is recognized at once
 */
record Providers<P>(Class<P> type, String kind, String kinds, Consumer<P> use) {

    /**
     * ServiceLoader may report the same malformed service file again and again: the search ends after so many failures.
     */
    private static final int MAX_BROKEN = 100;

    /** The providers that were found, and why others do not work. */
    record Found<P>(List<P> working, List<ProviderException> broken) {}

    Found<P> find(ClassLoader classLoader) {
        List<P> working = new ArrayList<>();
        List<ProviderException> broken = new ArrayList<>();
        Iterator<P> search = ServiceLoader.load(type, classLoader).iterator();
        boolean more = true;
        while (more && broken.size() < MAX_BROKEN) {
            try {
                more = search.hasNext();
                if (more) {
                    P provider = search.next();
                    failureOf(provider).ifPresentOrElse(broken::add, () -> working.add(provider));
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                broken.add(notFound(e));
            }
        }
        return new Found<>(working, broken);
    }

    /**
     * Requires that a provider works, which may have been passed in.
     *
     * @throws ProviderException if it does not
     */
    void requireWorking(P provider) {
        failureOf(provider).ifPresent(failure -> {
            throw failure;
        });
    }

    private Optional<ProviderException> failureOf(P provider) {
        try {
            use.accept(provider);
            return Optional.empty();
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) { // whatever one provider throws, the others must be found
            Vendor.keepInterrupt(e);
            return Optional.of(broken(provider.getClass().getName() + ": " + Quoted.shorten(e.toString()), e));
        }
    }

    private ProviderException notFound(Error thrown) {
        String missing = MissingClass.of(thrown);
        String which = String.valueOf(thrown.getMessage());
        return broken(missing == null ? which : which + ": the class " + missing + " is missing", thrown);
    }

    private ProviderException broken(String which, Throwable cause) {
        return new ProviderException(
                "A " + kind + " cannot be loaded: " + which,
                "Correct it or remove it from the module path or class path",
                List.of(which),
                cause);
    }

    /** Returns a phrase for each provider that does not work, for a sentence that goes on. */
    static String notWorking(List<ProviderException> broken) {
        StringBuilder phrases = new StringBuilder();
        for (ProviderException each : broken) {
            String sentence = String.valueOf(each.getMessage());
            phrases.append("; found, but not working: ").append(sentence, 0, sentence.length() - 1);
        }
        return phrases.toString();
    }

    /** Opens what a provider provides. Classes that its artifact needs may be missing only then. */
    <T> T opened(P provider, String id, Function<P, T> opening) {
        return new Vendor(provider, kind).call("a " + kind, () -> {
            try {
                return opening.apply(provider);
            } catch (LinkageError e) {
                String missing = MissingClass.of(e);
                throw new ProviderException(
                        "The " + kind + " " + id + " cannot be opened: "
                                + (missing == null ? e : "the class " + missing + " is missing"),
                        "Put its artifact, with what it needs, on the module path or class path",
                        List.of(id),
                        e);
            }
        });
    }

    /** Requires that the id or scheme that {@code what} names has the form of the scheme of a URI. */
    void requireValid(P provider, String what, @Nullable String value) {
        if (value == null || !isValid(value)) {
            String name = provider.getClass().getName();
            throw new ProviderException(
                    "The provider " + name + " of " + kinds + " has the invalid " + what + " "
                            + (value == null ? "null" : Quoted.quote(value)),
                    "Use lower-case letters, digits, '+', '-' and '.', starting with a letter",
                    List.of(name));
        }
    }

    private static boolean isValid(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            if (!letter && (i == 0 || (!(c >= '0' && c <= '9') && "+-.".indexOf(c) < 0))) {
                return false;
            }
        }
        return !value.isEmpty();
    }

    void requireFirst(P provider, @Nullable P earlier, String what, String value) {
        if (earlier != null) {
            String one = earlier.getClass().getName();
            String two = provider.getClass().getName();
            throw new ProviderException(
                    "Two " + kinds + " have the " + what + " " + value + ": " + one + " and " + two,
                    "Remove one of them from the module path or class path",
                    List.of(one, two));
        }
    }
}
