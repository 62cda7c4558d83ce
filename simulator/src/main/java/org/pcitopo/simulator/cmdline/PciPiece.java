package org.pcitopo.simulator.cmdline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.Architecture;

/**
 * What stands between two commas of a {@code pci=} value. Nothing escapes a comma.
 *
 * @param text the piece, never empty
 * @param option what this kernel takes it for, empty where it knows no such option and ignores it
 */
public record PciPiece(Token text, Optional<PciOption> option) {

    /** The pieces of every {@code pci=} on the command line, in order. */
    public static List<PciPiece> allOf(CommandLine line, KernelRules rules, Architecture architecture) {
        List<PciPiece> pieces = new ArrayList<>();
        for (Token value : line.valuesOf("pci")) {
            int start = 0;
            while (start <= value.length()) {
                int comma = value.text().indexOf(',', start);
                int end = comma < 0 ? value.length() : comma;
                if (end > start) {
                    Token text = value.part(start, end);
                    pieces.add(new PciPiece(text, PciOptionTable.find(text.text(), rules, architecture)));
                }
                start = end + 1;
            }
        }
        return List.copyOf(pieces);
    }

    /** What stands behind the equals sign; empty where the option takes no argument. */
    public Optional<Token> argument() {
        return option.filter(PciOption::takesArgument).map(known -> text.part(known.name().length()));
    }

    /** Whether this kernel takes the piece for option {@code name}. */
    public boolean is(String name) {
        return option.map(known -> known.name().equals(name)).orElse(false);
    }
}
