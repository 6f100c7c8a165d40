package dev.restorer.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is called while a class is loaded, by itself or by what it calls of ours. */
final class StaticInitializer {

    private static final Pattern OUTSIDE =
            Pattern.compile("java\\.nio\\.file\\.Files|java\\.nio\\.channels\\..*|java\\.io\\.(File.*Stream|FileReader"
                    + "|FileWriter|RandomAccessFile)|java\\.net\\.(?!URI).*|java\\.lang\\.Process.*");

    static final ArchCondition<JavaClass> REACH_FILES_OR_THE_NETWORK =
            new ArchCondition<>("reach files, processes or the network when they are loaded") {
                @Override
                public void check(JavaClass javaClass, ConditionEvents events) {
                    javaClass
                            .getStaticInitializer()
                            .ifPresent(initializer -> outside(initializer)
                                    .forEach(call -> events.add(SimpleConditionEvent.satisfied(
                                            javaClass, javaClass.getName() + " calls when it is loaded: " + call))));
                }
            };

    private StaticInitializer() {}

    private static Stream<String> outside(JavaCodeUnit initializer) {
        Set<JavaCodeUnit> seen = new HashSet<>(Set.of(initializer));
        Deque<JavaCodeUnit> open = new ArrayDeque<>(seen);
        Stream.Builder<String> found = Stream.builder();
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.remove();
            for (JavaCodeUnitAccess<?> access : calls(unit).toList()) {
                if (OUTSIDE.matcher(access.getTargetOwner().getName()).matches()) {
                    found.add(access.getDescription());
                }
                Optional<JavaCodeUnit> target =
                        access.getTarget().resolveMember().map(JavaCodeUnit.class::cast);
                target.filter(member -> member.getOwner().getPackageName().startsWith("dev.restorer"))
                        .filter(seen::add)
                        .ifPresent(open::add);
            }
        }
        return found.build();
    }

    private static Stream<JavaCodeUnitAccess<?>> calls(JavaCodeUnit unit) {
        return Stream.concat(unit.getMethodCallsFromSelf().stream(), unit.getConstructorCallsFromSelf().stream());
    }
}
