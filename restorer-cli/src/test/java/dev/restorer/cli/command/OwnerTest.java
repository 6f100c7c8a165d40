package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.Owner;
import dev.restorer.api.RestoreRequest;
import dev.restorer.cli.process.Launch;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerTest {

    private static final Owner ROOT = new Owner(0, 0);

    private final Run run = new Run();

    @BeforeEach
    void beRoot() {
        run.owner = Optional.of(ROOT);
    }

    private RestoreRequest request() {
        return run.restorer.restored().get(0);
    }

    @Test
    void rootSetsTheOwnerOfEntries() {
        assertThat(run.with("restore", "-uid", "1000", "--gid=1001")).isZero();
        assertThat(request().owner()).isEqualTo(new Owner(1000, 1001));
        assertThat(run.store.owners).containsExactly(new Owner(1000, 1001));
    }

    @Test
    void withoutAnOwnerEntriesBelongToTheProcess() {
        assertThat(run.with("restore")).isZero();
        assertThat(request().owner()).isNull();
        assertThat(run.err()).noneMatch(line -> line.contains("root"));
    }

    @Test
    void variablesAreUsedWithoutFlags() {
        run.variables.put("CNB_USER_ID", "1000");
        run.variables.put("CNB_GROUP_ID", "1001");
        run.with("restore", "-gid", "7");
        assertThat(request().owner()).isEqualTo(new Owner(1000, 7));
    }

    @Test
    void aProcessOfThatOwnerSetsNoOwner() {
        run.owner = Optional.of(new Owner(1000, 1001));
        assertThat(run.with("restore", "-uid", "1000", "-gid", "1001")).isZero();
        assertThat(request().owner()).isNull();
        assertThat(run.err()).noneMatch(line -> line.contains("root"));
    }

    @ParameterizedTest
    @CsvSource({"1500, 1001", "1000, 1500"})
    void onlyRootCanSetAnotherOwner(int uid, int gid) {
        run.owner = Optional.of(new Owner(uid, gid));
        assertThat(run.with("restore", "-uid", "1000", "-gid", "1001")).isEqualTo(42);
        assertThat(run.errors())
                .containsExactly("ERROR: Only root can give files to 1000:1001, and this process is " + uid + ":" + gid
                        + ". Run as root or as 1000:1001, or leave out --uid and --gid (CNB_USER_ID, CNB_GROUP_ID).");
        assertThat(run.reader.calls).isEmpty();
    }

    @Test
    void withoutTheIdsOfTheProcessTheSystemRejectsAnotherOwner() {
        run.owner = Optional.empty();
        assertThat(run.with("restore", "-uid", "1000", "-gid", "1001")).isZero();
        assertThat(request().owner()).isEqualTo(new Owner(1000, 1001));
    }

    @Test
    void oneWarningHasTheReasonForKeepingRootPrivileges() {
        run.launch = new Launch(true, "there is no program for it. Install one", Set.of(), Map::of, null);
        run.with("restore", "-uid", "1000", "-gid", "1001");
        assertThat(run.err())
                .filteredOn(line -> line.contains("root"))
                .containsExactly("Warning: Restoring as root, and giving every entry to 1000:1001, since there is no"
                        + " program for it. Install one, so that files are read without the rights of root.");
    }

    @Test
    void aCommandWithoutTheScriptHasItsOwnWarning() {
        run.with("restore", "-uid", "1000", "-gid", "1001");
        assertThat(run.err()).filteredOn(line -> line.contains("bin/restorer")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "-uid, --gid (CNB_GROUP_ID) is missing, since --uid is given: give both or none",
        "-gid, --uid (CNB_USER_ID) is missing, since --gid is given: give both or none"
    })
    void oneOfTheTwoIsWrong(String flag, String first, String second) {
        assertThat(run.with("restore", flag, "1000")).isEqualTo(3);
        assertThat(run.err()).singleElement().asString().startsWith("ERROR: " + first + ", " + second);
    }

    @Test
    void oneVariableOfTheTwoIsWrongInAnExplanationToo() {
        run.variables.put("CNB_USER_ID", "1000");
        run.variables.put("CNB_GROUP_ID", "");
        assertThat(run.with("explain")).isEqualTo(3);
        assertThat(run.err()).singleElement().asString().contains("--gid (CNB_GROUP_ID)", "CNB_USER_ID is given");
    }

    @ParameterizedTest
    @CsvSource({"CNB_USER_ID, restore", "CNB_GROUP_ID, restore", "CNB_USER_ID, explain"})
    void anInvalidNumberIsReportedBeforeTheOtherOneThatIsMissing(String variable, String subcommand) {
        run.variables.put(variable, "abc");
        assertThat(run.with(subcommand)).isEqualTo(3);
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("ERROR: " + variable + " does not accept \"abc\": give a whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1", "x", "1.0", " 1", "0x1", "2147483648", "99999999999", "\u0661"})
    void anIdIsAWholeNumberFromZero(String id) {
        assertThat(run.with("restore", "-uid", "0", "-gid=" + id)).isEqualTo(3);
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("ERROR: --gid does not accept ")
                .contains(": give a whole number from 0 to 2147483647");
    }

    @Test
    void explainSetsNoOwnerAndNeedsNoPrivileges() {
        run.owner = Optional.of(new Owner(1500, 1500));
        assertThat(run.with("explain", "-uid", "1000", "-gid", "1001")).isZero();
    }
}
