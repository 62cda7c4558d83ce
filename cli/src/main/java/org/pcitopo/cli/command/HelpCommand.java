package org.pcitopo.cli.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.io.UserError;
import org.pcitopo.dsl.problems.finder.ProblemPages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pcitopo help}: the page of a problem, or the usage of a command. */
@Command(name = "help", description = "Print the page of a problem: what it is, why it matters, how to mend it.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:there is no such problem"})
final class HelpCommand implements Callable<Integer> {

    private final Io io;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CODE", arity = "0..1",
            description = "The code of a problem such as PCI301, or the name of a command.")
    private Optional<String> topic;

    HelpCommand(Io io) {
        this.io = io;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        if (topic.isEmpty()) {
            root.usage(root.getOut());
            return ExitStatus.CLEAN;
        }
        CommandLine command = root.getSubcommands().get(topic.get());
        if (command != null) {
            command.usage(root.getOut());
            return ExitStatus.CLEAN;
        }
        io.out().print(ProblemPages.page(topic.get()).orElseThrow(() -> new UserError(
                "there is no problem and no command called '" + topic.get() + "'; codes look like PCI101")));
        return ExitStatus.CLEAN;
    }
}
