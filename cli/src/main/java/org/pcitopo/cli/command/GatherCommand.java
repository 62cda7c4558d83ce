package org.pcitopo.cli.command;

import java.util.concurrent.Callable;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.GatherScript;
import org.pcitopo.cli.io.Io;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pcitopo gather}: prints the script that collects what a machine says of itself. */
@Command(name = "gather",
        description = {"Print a portable sh script that makes a bundle of what this kernel says of its PCI devices, as root or not.",
            "Run it on the machine in question: pcitopo gather | ssh HOST sh"})
final class GatherCommand implements Callable<Integer> {

    private final Io io;

    @Option(names = "--redact",
            description = "Leave out serial numbers, MAC addresses, host names and unrelated words of the kernel command line.")
    private boolean redact;

    GatherCommand(Io io) {
        this.io = io;
    }

    @Override
    public Integer call() {
        io.out().print(GatherScript.text(redact));
        return ExitStatus.CLEAN;
    }
}
