package org.pcitopo.cli.render;

import java.io.PrintStream;
import org.pcitopo.capture.replay.ReplayResult;
import org.pcitopo.capture.replay.Tally;
import org.pcitopo.cli.io.Printable;
import org.pcitopo.cli.render.TextTable.Cell;
import org.pcitopo.conformance.prove.Proof;
import org.pcitopo.conformance.prove.Proof.Gap;
import org.pcitopo.conformance.prove.ProvenResource;
import org.pcitopo.conformance.prove.ProvenResource.Verdict;
import org.pcitopo.conformance.prove.Stage;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.topology.AddressRange;

/** A proof for people: what was booted, what is not as in the file, what stood for what, and how it compares. */
public final class ProofText {

    private static final String INDENT = "  ";

    private final PrintStream out;
    private final Palette palette;
    private final Proof proof;

    private ProofText(PrintStream out, Palette palette, Proof proof) {
        this.out = out;
        this.palette = palette;
        this.proof = proof;
    }

    public static void write(PrintStream out, Palette palette, Proof proof) {
        ProofText text = new ProofText(out, palette, proof);
        text.head();
        text.gaps();
        text.resources();
        text.verdict();
    }

    private void head() {
        Boot boot = proof.wanted().boot();
        out.println(palette.bold("host " + proof.wanted().topology().name() + ", boot " + boot.name()) + " on " + proof.kernel());
        out.println(INDENT + "machine: " + proof.machine().id() + " of QEMU " + proof.qemuVersion() + ", firmware "
                + proof.machine().firmware());
        out.println(INDENT + "command line: " + Printable.line(proof.boot().comparison().commandLine()));
        proof.remarks().forEach(remark -> out.println(INDENT + palette.dim(Printable.line(remark))));
    }

    private void gaps() {
        if (proof.gaps().isEmpty()) {
            return;
        }
        out.println();
        out.println(INDENT + palette.bold("not as in the file"));
        TextTable table = new TextTable();
        for (Gap gap : proof.gaps()) {
            table.row(Cell.of(gap.where()), gap.leftOut() ? Cell.painted("left out", palette.doubtful("left out")) : Cell.of("differs"),
                    Cell.of(Printable.line(gap.text())));
        }
        out.print(table.text(INDENT + INDENT));
    }

    private void resources() {
        TextTable table = new TextTable();
        boolean vfio = proof.resources().stream().anyMatch(resource -> resource.mapping() != Verdict.NONE);
        table.row(Cell.of("function"), Cell.of(""), Cell.of("resource"), Cell.of(""), Cell.right("size"), Cell.of("stood in"),
                Cell.of(""), Cell.right("size"), Cell.of("kernel"), Cell.of("simulation"), Cell.of(vfio ? "vfio" : ""));
        for (ProvenResource resource : proof.resources()) {
            if (isShown(resource)) {
                row(table, resource);
            }
        }
        out.println();
        out.println(INDENT + palette.bold("what stood for what"));
        out.print(table.text(INDENT + INDENT));
    }

    /** Windows that are closed here and there say nothing. */
    private static boolean isShown(ProvenResource resource) {
        return !resource.wanted().key().name().isWindow() || resource.kernel().isPresent()
                || resource.wanted().state() != ResourceState.DISABLED || resource.place() == Verdict.DIFFERENT;
    }

    private void row(TextTable table, ProvenResource resource) {
        AssignedResource wanted = resource.wanted();
        String size = resource.standIn().map(found -> Quantity.size(found.hardwareSize())).orElse("");
        table.row(Cell.of(wanted.key().function().toString()), Cell.of(resource.name()), Cell.of(wanted.key().name().toString()),
                Cell.of(type(wanted)), Cell.right(Quantity.size(wanted.hardwareSize())),
                Cell.of(resource.standIn().map(found -> found.key().toString()).orElse("")), Cell.of(resource.model()),
                resource.exact() ? Cell.right(size) : new Cell(size, palette.doubtful(size), true),
                Cell.of(resource.standIn().isEmpty() ? "" : resource.kernel().map(AddressRange::toString).orElse("no address")),
                verdict(resource.place()), verdict(resource.mapping()));
    }

    private static String type(AssignedResource resource) {
        return resource.type().widthName() + (resource.type().prefetchable() ? " pref" : "");
    }

    private Cell verdict(Verdict verdict) {
        String text = verdict.label();
        return Cell.painted(text, switch (verdict) {
            case EQUAL -> palette.good(text);
            case DIFFERENT -> palette.bad(text);
            case NOT_COMPARABLE, NOTHING_STOOD -> palette.doubtful(text);
            case NONE -> text;
        });
    }

    private void verdict() {
        long stood = proof.resources().stream().filter(resource -> resource.standIn().isPresent()).count();
        long exact = proof.resources().stream().filter(ProvenResource::exact).count();
        out.println();
        if (proof.stages().size() == 1) {
            ReplayText.write(out, palette, proof.boot().comparison());
        }
        stages();
        out.println();
        out.println(INDENT + Quantity.count(proof.resources().size(), "resource") + " in the file: something stood for " + stood + ", for "
                + exact + " in its own type and size");
        boolean equal = proof.isEqual();
        String text = equal ? "the kernel did what the simulation says" : "the kernel did something else than the simulation says";
        out.println(INDENT + (equal ? palette.good(text) : palette.bad(text)));
    }

    /** Several states of one machine: a line each, and all that there is to say of those that differ. */
    private void stages() {
        if (proof.stages().size() == 1) {
            return;
        }
        out.println(INDENT + palette.bold("the boot, and what was done after it"));
        TextTable table = new TextTable();
        for (Stage stage : proof.stages()) {
            ReplayResult result = stage.comparison();
            table.row(Cell.of(Printable.line(stage.what())), tally(result.resources(), "resource"), tally(result.mappings(), "mapping"));
        }
        out.print(table.text(INDENT + INDENT));
        for (Stage stage : proof.stages()) {
            if (!stage.comparison().differences().isEmpty()) {
                out.println();
                ReplayText.write(out, palette, stage.comparison());
            }
        }
    }

    private Cell tally(Tally tally, String what) {
        if (tally.compared() == 0) {
            return Cell.of("no " + what + "s compared");
        }
        String text = tally.equal() + " of " + Quantity.count(tally.compared(), what) + " equal";
        return Cell.painted(text, tally.different() == 0 ? palette.good(text) : palette.bad(text));
    }
}
