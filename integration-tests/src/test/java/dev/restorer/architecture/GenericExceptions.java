package dev.restorer.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Whether a class makes an exception whose type tells nothing. */
final class GenericExceptions {

    private static final Set<String> NAMES = Set.of(
            Throwable.class.getName(),
            Exception.class.getName(),
            RuntimeException.class.getName(),
            Error.class.getName());

    static final ArchCondition<JavaClass> MAKE_ONE = new ArchCondition<>("make a generic exception") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (JavaConstructorCall call : type.getConstructorCallsFromSelf()) {
                events.add(new SimpleConditionEvent(type, makesOne(type, call), call.getDescription()));
            }
        }
    };

    private GenericExceptions() {}

    /** A type of exception calls the constructor of the one that it extends, and makes none by that. */
    private static boolean makesOne(JavaClass type, JavaConstructorCall call) {
        boolean extended = call.getOrigin().isConstructor()
                && type.getRawSuperclass().map(call.getTargetOwner()::equals).orElse(false);
        return !extended && NAMES.contains(call.getTargetOwner().getName());
    }
}
