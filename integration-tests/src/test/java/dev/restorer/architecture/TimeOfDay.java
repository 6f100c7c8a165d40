package dev.restorer.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Whether a class asks what time it is, or when a file was changed: of a clock that was set back both are wrong. */
final class TimeOfDay {

    private static final Set<String> ASKING = Set.of(
            "currentTimeMillis", "now", "lastModified", "getLastModifiedTime", "lastModifiedTime", "creationTime");

    static final ArchCondition<JavaClass> BE_ASKED_FOR = new ArchCondition<>("ask for the time of day") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                events.add(new SimpleConditionEvent(type, asks(access), access.getDescription()));
            }
        }
    };

    private TimeOfDay() {}

    private static boolean asks(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return owner.equals("java.time.Clock")
                || owner.equals("java.util.Date")
                || (owner.startsWith("java.") && ASKING.contains(access.getName()));
    }
}
