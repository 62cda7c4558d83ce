package org.pcitopo.cli.command;

import org.pcitopo.cli.io.Io;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** Puts the commands together. */
public final class Commands {

    private Commands() {
    }

    /** All commands below {@code root}, ready to execute. */
    public static CommandLine all(RootCommand root, Io io) {
        CommandLine line = new CommandLine(root);
        line.addSubcommand(new GatherCommand(io));
        line.addSubcommand(new CompletionCommand(io));
        line.getSubcommands().values().forEach(Commands::addStandardOptions);
        addStandardOptions(line);
        line.setUsageHelpWidth(io.width());
        line.setColorScheme(io.outIsTerminal() && io.variable("NO_COLOR").isEmpty()
                ? CommandLine.Help.defaultColorScheme(Ansi.ON)
                : new ColorScheme.Builder(Ansi.OFF).build());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    private static void addStandardOptions(CommandLine line) {
        line.getCommandSpec().mixinStandardHelpOptions(true);
        line.getCommandSpec().versionProvider(new Version());
    }
}
