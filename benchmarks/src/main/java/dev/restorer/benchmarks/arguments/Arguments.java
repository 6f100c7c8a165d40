package dev.restorer.benchmarks.arguments;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Checks arguments, and reports wrong ones and files that cannot be used in one line, as a job of CI shows it. */
public final class Arguments {

    private static final int FAILED = 1;
    private static final int INVALID = 2;

    private Arguments() {}

    /**
     * Lets a command and its subcommands report errors in one line.
     *
     * @param command the command
     * @return the same command
     */
    public static CommandLine reportedInOneLine(CommandLine command) {
        return command.setParameterExceptionHandler(Arguments::invalid).setExecutionExceptionHandler(Arguments::failed);
    }

    private static int invalid(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr()
                .println("ERROR: " + firstLine(e) + ". Run bin/"
                        + command.getCommandSpec().qualifiedName() + " --help to see what is accepted.");
        return INVALID;
    }

    private static int failed(Exception e, CommandLine command, ParseResult arguments) throws Exception {
        if (!(e instanceof IOException)) {
            throw e; // a defect, whose trace is needed
        }
        command.getErr().println("ERROR: " + e.getClass().getSimpleName() + ": " + firstLine(e));
        return FAILED;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }

    /**
     * Requires that arguments are valid.
     *
     * @param command the command that has them
     * @param valid whether they are
     * @param problem what is wrong otherwise, without a full stop
     * @throws ParameterException if they are not valid
     */
    public static void require(CommandSpec command, boolean valid, String problem) {
        if (!valid) {
            throw new ParameterException(command.commandLine(), problem);
        }
    }

    /**
     * Requires that something is run at least once.
     *
     * @param command the command
     * @param option the option with the number
     * @param count the number
     * @throws ParameterException if it is below 1
     */
    public static void requirePositive(CommandSpec command, String option, long count) {
        require(command, count >= 1, option + " is " + count + ", and has to be at least 1");
    }
}
