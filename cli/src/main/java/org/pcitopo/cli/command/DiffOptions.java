package org.pcitopo.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.cli.io.UserError;
import org.pcitopo.cli.report.BootChoice;
import org.pcitopo.cli.report.BootPairs;
import picocli.CommandLine.Option;

/** The options that choose two boots to compare: each may be given once for both sides or twice, first before, then after. */
final class DiffOptions {

    @Option(names = "--host", paramLabel = "NAME", description = "The machine; twice to compare two machines.")
    private List<String> hosts = new ArrayList<>();

    @Option(names = "--boot", paramLabel = "NAME", description = "The boot; twice to compare two boots.")
    private List<String> boots = new ArrayList<>();

    @Option(names = "--kernel", paramLabel = "RELEASE", converter = BootOptions.Kernel.class,
            description = "The kernel release, such as 6.12; twice to compare two, once to compare with what is written.")
    private List<String> kernels = new ArrayList<>();

    @Option(names = "--page-size", paramLabel = "SIZE", converter = BootOptions.PageSize.class,
            description = "The page size, such as 64K; twice to compare two, once to compare with what is written.")
    private List<Long> pageSizes = new ArrayList<>();

    @Option(names = "--command-line", paramLabel = "TEXT",
            description = "The kernel command line; twice to compare two, once to compare with what is written.")
    private List<String> commandLines = new ArrayList<>();

    /**
     * Which boots stand on each side.
     *
     * @param before of the first file, or of each
     * @param after of the second file, or of each
     * @param pairs who is compared with whom
     */
    record Sides(BootChoice before, BootChoice after, BootPairs pairs) {

        boolean differ() {
            return !before.equals(after);
        }
    }

    /** @param twoFiles each side has a file of its own, which is a difference already */
    Sides sides(boolean twoFiles) {
        check("--host", hosts);
        check("--boot", boots);
        check("--kernel", kernels);
        check("--page-size", pageSizes);
        check("--command-line", commandLines);
        boolean differ = twoFiles
                || List.of(hosts, boots, kernels, pageSizes, commandLines).stream().anyMatch(values -> values.size() == 2);
        BootChoice after = new BootChoice(last(hosts), last(boots), list(last(kernels)), list(last(pageSizes)),
                last(commandLines), List.of());
        BootChoice before = differ
                ? new BootChoice(first(hosts), first(boots), list(first(kernels)), list(first(pageSizes)), first(commandLines),
                        List.of())
                : new BootChoice(first(hosts), first(boots), List.of(), List.of(), Optional.empty(), List.of());
        return new Sides(before, after, new BootPairs(!before.host().equals(after.host()), !before.boot().equals(after.boot()),
                !before.kernels().equals(after.kernels()), !before.pageSizes().equals(after.pageSizes())));
    }

    private static void check(String option, List<?> values) {
        if (values.size() > 2) {
            throw new UserError(option + " is given " + values.size() + " times; a comparison has two sides");
        }
    }

    private static <T> Optional<T> first(List<T> values) {
        return values.stream().findFirst();
    }

    private static <T> Optional<T> last(List<T> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    private static <T> List<T> list(Optional<T> value) {
        return value.stream().toList();
    }
}
