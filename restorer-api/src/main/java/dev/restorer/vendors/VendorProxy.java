package dev.restorer.vendors;

/** An object of this project that stands for one of another vendor, and passes calls to it. */
public interface VendorProxy {

    /**
     * Returns the object of the other vendor, whose class exceptions name.
     *
     * @return the object
     */
    Object vendorObject();
}
