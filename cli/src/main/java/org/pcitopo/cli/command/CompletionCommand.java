package org.pcitopo.cli.command;

import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pcitopo completion}: prints the shell's completion script. */
@Command(name = "completion", description = "Print a completion script for bash and zsh.",
        footer = {"", "Use it with:  source <(pcitopo completion)"})
final class CompletionCommand implements Callable<Integer> {

    private final Io io;

    @Spec
    private CommandSpec spec;

    CompletionCommand(Io io) {
        this.io = io;
    }

    @Override
    public Integer call() {
        io.out().print(AutoComplete.bash("pcitopo", spec.root().commandLine()));
        return ExitStatus.CLEAN;
    }
}
