package dev.restorer.core.baseimages;

import dev.restorer.api.ProviderException;
import dev.restorer.api.Quoted;
import dev.restorer.api.RestorerException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls an image source or an image, which may be of another vendor, and names its class in the exception for what it
 * throws and for what it returns against its interface.
 *
 * <p>An {@link IllegalStateException} is thrown as it is: {@link dev.restorer.spi.ImageSource#image} has it for a
 * source that is closed, which is the doing of whoever closed it, such as a process that is terminated, and not a
 * defect of the source. A {@link java.util.concurrent.CancellationException} is one.
 */
final class VendorCalls {

    private static final String REMEDY = "Report it to the developers of that image source, or use another one";

    private VendorCalls() {}

    /** A call that may throw an exception that its interface has. */
    @FunctionalInterface
    interface Call<T, E extends Exception> {
        @Nullable
        T get() throws E;
    }

    /**
     * Calls.
     *
     * @param vendor what is called
     * @param what what it must return, with its article
     * @param call the call
     */
    static <T, E extends Exception> T call(Object vendor, String what, Call<T, E> call) throws E {
        T returned;
        try {
            returned = call.get();
        } catch (RestorerException | IllegalStateException e) {
            throw e;
        } catch (RuntimeException e) {
            String name = name(vendor);
            throw new ProviderException(name + " threw " + e, REMEDY, List.of(name), e);
        }
        if (returned == null) {
            throw nullInsteadOf(vendor, what);
        }
        return returned;
    }

    static ProviderException nullInsteadOf(Object vendor, String what) {
        return returned(vendor, "null instead of " + what);
    }

    static ProviderException invalid(Object vendor, String what, String value) {
        return returned(vendor, "an invalid " + what + ": " + Quoted.quote(value));
    }

    private static ProviderException returned(Object vendor, String value) {
        String name = name(vendor);
        return new ProviderException(name + " returned " + value, REMEDY, List.of(name));
    }

    private static String name(Object vendor) {
        return vendor.getClass().getName();
    }
}
