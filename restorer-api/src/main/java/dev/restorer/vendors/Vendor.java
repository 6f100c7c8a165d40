package dev.restorer.vendors;

import dev.restorer.api.ProviderException;
import dev.restorer.api.Quoted;
import dev.restorer.api.RestorerException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Calls an object that may be of another vendor, and names its class in the exception for what it throws and for what
 * it returns against its interface. It may throw anything: code in other languages throws checked exceptions without
 * declaring them, and a class that is missing is noticed only when it is needed.
 *
 * @param called the object
 * @param kind what it is, for the remedy
 * @param allowed the unchecked exceptions that its interface allows in addition to each {@link RestorerException}
 */
public record Vendor(Object called, String kind, Class<? extends RuntimeException> allowed) {

    /**
     * Creates an object for calls that only a {@link RestorerException} may end.
     *
     * @param called the object
     * @param kind what it is, for the remedy
     */
    public Vendor(Object called, String kind) {
        this(called, kind, RestorerException.class);
    }

    /**
     * Creates an object for calls of an image source or of an image. An {@link IllegalStateException} is thrown as it
     * is: {@link dev.restorer.spi.ImageSource#image} has it for a source that is closed, which is the doing of whoever
     * closed it, such as a process that is terminated, and not a defect of the source. A
     * {@link java.util.concurrent.CancellationException} is one.
     *
     * @param called the image source or the image
     * @return an object for calls
     */
    public static Vendor ofImages(Object called) {
        return new Vendor(called, "image source", IllegalStateException.class);
    }

    /**
     * Calls a method that declares no exception.
     *
     * @param what what it must return, with its article
     * @param call the call
     * @param <T> the type of what it returns
     * @return what it returned
     * @throws ProviderException if it returned null, or threw what it must not throw
     */
    public <T> T call(String what, Callable<T> call) {
        return call(what, allowed, call);
    }

    /**
     * Calls a method that declares an exception.
     *
     * @param what what it must return, with its article
     * @param declared the exception
     * @param call the call
     * @param <T> the type of what it returns
     * @param <E> the type of the exception
     * @return what it returned
     * @throws E if the method threw it
     * @throws ProviderException if it returned null, or threw what it must not throw
     */
    public <T, E extends Exception> T call(String what, Class<E> declared, Callable<T> call) throws E {
        T returned;
        try {
            returned = call.call();
        } catch (RestorerException | VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            if (declared.isInstance(e)) {
                throw declared.cast(e);
            }
            if (allowed.isInstance(e)) {
                throw allowed.cast(e);
            }
            throw threw(e);
        }
        return notNull(what, returned);
    }

    /**
     * Requires that a value is not null, such as one in a collection that was returned.
     *
     * @param what the value, with its article
     * @param value the value
     * @param <T> its type
     * @return the value
     * @throws ProviderException if it is null
     */
    public <T> T notNull(String what, @Nullable T value) {
        if (value == null) {
            throw returned("null instead of " + what);
        }
        return value;
    }

    /**
     * Sets the interrupt status if an interrupt has ended a call. That must not be lost, though the call may not
     * declare the exception, and whatever else is done about it.
     *
     * @param thrown what the call threw
     */
    public static void keepInterrupt(Throwable thrown) {
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }

    private ProviderException threw(Throwable thrown) {
        keepInterrupt(thrown);
        return threw(thrown, remedy());
    }

    private ProviderException threw(Throwable thrown, String whatToDo) {
        return new ProviderException(
                name() + " threw " + Quoted.shorten(thrown.toString()), whatToDo, List.of(name()), thrown);
    }

    /**
     * Returns the exception for an object that was closed too early, which may be the doing of whoever closed it.
     *
     * @param thrown what its interface requires of it once it is closed
     * @return the exception
     */
    public ProviderException closed(IllegalStateException thrown) {
        return threw(
                thrown,
                "Keep it open until the restore has ended. If it is open, report it to the developers of that " + kind
                        + ", or use another one");
    }

    /**
     * Returns the exception for a value that is invalid.
     *
     * @param what what is invalid
     * @param value the value
     * @return the exception
     */
    public ProviderException invalid(String what, String value) {
        return returned("an invalid " + what + ": " + Quoted.quote(value));
    }

    private ProviderException returned(String value) {
        return new ProviderException(name() + " returned " + value, remedy(), List.of(name()));
    }

    private String name() {
        Object named = called instanceof VendorProxy proxy ? proxy.vendorObject() : called;
        return named.getClass().getName();
    }

    private String remedy() {
        return "Report it to the developers of that " + kind + ", or use another one";
    }
}
