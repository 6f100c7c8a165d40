package dev.restorer.shastore.tck;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.locks.LockSupport;

/** A list that waits a moment before it returns an element, so that the calls that read it overlap. */
final class SlowList extends AbstractList<String> implements RandomAccess {

    private final List<String> elements;

    SlowList(Collection<String> elements) {
        this.elements = List.copyOf(elements);
    }

    @Override
    public String get(int index) {
        LockSupport.parkNanos(1);
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }
}
