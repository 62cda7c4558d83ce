package org.pcitopo.dsl.ide.command;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Command;
import org.pcitopo.dsl.ide.edit.FileEdits;
import org.pcitopo.dsl.ide.outcome.BootReference;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.workspace.Snapshot;

/** The commands that an editor can have executed. */
public final class CommandFeature {

    private final List<BootCommand> commands;

    /** @param edits writes the changes that are proposed */
    public CommandFeature(FileEdits edits) {
        commands = List.of(new AdviseCommand(edits), new CompareCommand());
    }

    /** What editors call the commands. */
    public static List<String> names() {
        return new CommandFeature(null).commands.stream().map(BootCommand::name).toList();
    }

    /** What a person can press above a boot. */
    public List<Command> of(BootReference boot) {
        return commands.stream().map(command -> new Command(command.title(), command.name(), List.of(boot.toArgument()))).toList();
    }

    /** Whether there is a command {@code name}. */
    public boolean knows(String name) {
        return commands.stream().anyMatch(command -> command.name().equals(name));
    }

    /**
     * Executes a command.
     *
     * @param checkpoint called now and then; what it throws ends the work
     * @return empty where the file has no such boot, or none that can be simulated
     */
    public Optional<Answer> execute(String name, Snapshot snapshot, BootReference boot, Runnable checkpoint) {
        List<BootView> cells = boot.cells(snapshot.outcomes());
        return cells.isEmpty() ? Optional.empty() : commands.stream().filter(command -> command.name().equals(name)).findFirst()
                .map(command -> command.answer(snapshot, cells, checkpoint));
    }
}
