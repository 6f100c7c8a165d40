package dev.restorer.lambdas;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** Lambdas and method references of every kind. */
@SuppressWarnings("UnnecessaryLambda")
final class Samples extends Base implements Greeting {

    private final String name;

    Samples(String name) {
        this.name = name;
    }

    /** Returns what each of them results in. */
    static List<String> results() throws Exception {
        return new Samples("a").all();
    }

    private List<String> all() throws Exception {
        List<String> results = new ArrayList<>();
        Consumer<String> add = results::add; // returns a value, which the interface does not
        captures(add);
        references(add);
        nested(add);
        add.accept(greet());
        return results;
    }

    private void captures(Consumer<String> add) throws Exception {
        long wide = 1L << 40;
        double real = 0.5;
        int small = 3;
        byte[] array = {1, 2};
        Supplier<String> values = () -> name + wide + real + small + array.length;
        add.accept(values.get());
        Supplier<String> nothing = () -> "constant";
        add.accept(nothing.get());
        IntBinaryOperator sum = (one, other) -> one + other + small;
        add.accept("" + sum.applyAsInt(1, 2));
        Callable<String> call = () -> {
            throw new IOException("thrown");
        };
        try {
            call.call();
        } catch (IOException e) {
            add.accept(String.valueOf(e.getMessage()));
        }
    }

    private void references(Consumer<String> add) {
        Function<String, Samples> create = Samples::new;
        add.accept(create.apply("b").secret());
        IntFunction<String[]> arrays = String[]::new;
        add.accept("" + arrays.apply(4).length);
        Function<Samples, String> unbound = Samples::secret;
        add.accept(unbound.apply(this));
        Supplier<String> bound = this::secret;
        add.accept(bound.get());
        Supplier<String> inherited = super::inherited;
        add.accept(inherited.get());
        BiFunction<String, String, Boolean> boxes = String::equals;
        add.accept("" + boxes.apply("a", "a"));
        ToIntFunction<String> length = String::length;
        add.accept("" + length.applyAsInt("four"));
        Predicate<String> isEmpty = String::isEmpty;
        add.accept("" + isEmpty.negate().test(""));
        Comparator<String> order = Comparator.comparing(String::length);
        add.accept("" + order.compare("a", "bb"));
        Consumer<String> creates = StringBuilder::new; // the object is dropped
        creates.accept("");
        Supplier<String> serializable = (Supplier<String> & Serializable) () -> name + " serializable";
        add.accept(serializable.get());
    }

    private void nested(Consumer<String> add) {
        Function<String, Supplier<String>> outer = first -> () -> first + name;
        add.accept(outer.apply("nested ").get());
        add.accept(new Inner().text());
        UnaryOperator<List<? extends Number>> numbers = list -> list;
        add.accept("" + numbers.apply(List.of(1)).size());
    }

    private String secret() {
        return "secret of " + name;
    }

    @Override
    public String name() {
        return name;
    }

    private final class Inner {
        private String text() {
            Supplier<String> supplier = Samples.this::secret;
            return supplier.get();
        }
    }
}

/** A superclass. */
class Base {
    String inherited() {
        return "inherited";
    }
}

/** An interface whose lambdas call private methods of it. */
interface Greeting {
    String name();

    default String greet() {
        Supplier<String> greeting = () -> hello() + name();
        return greeting.get() + hellos(greeting);
    }

    private String hello() {
        return "hello ";
    }

    private static String hellos(Supplier<String> greeting) {
        UnaryOperator<String> twice = text -> text + greeting.get();
        return twice.apply("");
    }
}
