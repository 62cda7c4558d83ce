package org.pcitopo.cli.command;

import java.util.function.Supplier;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.language.Language;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** Puts the commands together. */
public final class Commands {

    private Commands() {
    }

    /** All commands below {@code root}, ready to execute. */
    public static CommandLine all(RootCommand root, Io io, Supplier<Language> language) {
        CommandLine line = new CommandLine(root);
        line.addSubcommand(new CheckCommand(io, language));
        line.addSubcommand(new SimulateCommand(io, language));
        line.addSubcommand(new ExplainCommand(io, language));
        line.addSubcommand(new AdviseCommand(io, language));
        line.addSubcommand(new GuestCommand(io, language));
        line.addSubcommand(new DiffCommand(io, language));
        line.addSubcommand(new DrawCommand(io, language));
        line.addSubcommand(new ImportCommand(io, language));
        line.addSubcommand(new ReplayCommand(io));
        line.addSubcommand(new GatherCommand(io));
        line.addSubcommand(new DoctorCommand(io));
        line.addSubcommand(new ProveCommand(io, language));
        line.addSubcommand(new FormatCommand(io, language));
        line.addSubcommand(new LspCommand(io));
        line.addSubcommand(new HelpCommand(io));
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
