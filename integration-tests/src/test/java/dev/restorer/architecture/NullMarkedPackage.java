package dev.restorer.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Whether the package of a class has a package-info that says what may be null. */
final class NullMarkedPackage {

    static final ArchCondition<JavaClass> BE_IN_ONE = new ArchCondition<>("be in a package that is @NullMarked") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(type, marked, type.getName() + " is in a package that is not marked"));
        }
    };

    private NullMarkedPackage() {}
}
