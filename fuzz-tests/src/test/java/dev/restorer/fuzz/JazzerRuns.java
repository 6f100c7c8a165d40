package dev.restorer.fuzz;

import com.code_intelligence.jazzer.agent.AgentInstaller;
import dev.restorer.fixtures.Missing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Jazzer attaches an agent to the JVM that it runs in, which not every JVM allows. Tests of what is kept are skipped
 * then. Its native part is needed to fuzz alone, and without that fuzzing fails.
 */
final class JazzerRuns implements ExecutionCondition {

    private static final @Nullable String PROBLEM = problem();

    /** Jazzer does this again, and it is done once; to fuzz, it has to be Jazzer that does it. */
    private static @Nullable String problem() {
        String fuzz = System.getenv("JAZZER_FUZZ");
        if (fuzz != null && !fuzz.equals("false")) {
            return null;
        }
        try {
            AgentInstaller.install(false);
            return null;
        } catch (IllegalStateException e) {
            return "Jazzer cannot attach its agent to this JVM: " + e.getMessage();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (PROBLEM == null) {
            return ConditionEvaluationResult.enabled("Jazzer runs");
        }
        return ConditionEvaluationResult.disabled(Missing.here(PROBLEM, "Use a JDK with -XX:+EnableDynamicAgentLoading")
                .getMessage());
    }
}
