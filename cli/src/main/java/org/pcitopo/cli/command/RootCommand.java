package org.pcitopo.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code pcitopo} itself: what holds for every command. */
@Command(name = "pcitopo",
        description = "Where the Linux kernel will put a PCI BAR, and whether vfio-pci will map it, without booting the machine.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "'pcitopo COMMAND --help' describes a command, 'pcitopo help CODE' a problem."})
public final class RootCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "With an internal error, print where it happened.")
    private boolean debug;

    /** Whether internal errors show their stack trace. */
    public boolean debug() {
        return debug;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }
}
