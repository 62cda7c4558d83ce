package org.pcitopo.cli.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pcitopo.cli.input.SourceFiles;
import org.pcitopo.cli.io.Installation;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.io.Printable;
import org.pcitopo.cli.io.Progress;
import org.pcitopo.cli.io.UserError;
import org.pcitopo.cli.render.Palette;
import org.pcitopo.cli.render.ProofJson;
import org.pcitopo.cli.render.ProofText;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.conformance.prove.Proof;
import org.pcitopo.conformance.prove.ProofException;
import org.pcitopo.conformance.prove.ProofRequest;
import org.pcitopo.conformance.prove.Prover;
import org.pcitopo.conformance.prove.Stage;
import org.pcitopo.conformance.workshop.KernelChoice;
import org.pcitopo.conformance.workshop.Workshop;
import org.pcitopo.simulator.Simulation;

/** One run of {@code pcitopo prove}. */
public final class Proving {

    private static final String ARCHIVE = ".tar.gz";

    private final Io io;
    private final Optional<MachineKind> machine;
    private final Optional<KernelChoice> kernel;
    private final Optional<Path> keep;

    private Proving(Io io, Optional<MachineKind> machine, Optional<KernelChoice> kernel, Optional<Path> keep) {
        this.io = io;
        this.machine = machine;
        this.kernel = kernel;
        this.keep = keep;
    }

    /**
     * Understands the options, before anything is done.
     *
     * @param machine name of a machine of QEMU
     * @param kernel a release with or without flavour, or a path
     * @param modules the folder of an own kernel's modules
     * @param keep where the bundle goes
     * @throws UserError where one makes no sense
     */
    public static Proving with(Io io, Optional<String> machine, Optional<String> kernel, Optional<String> modules,
            Optional<String> keep) {
        Optional<MachineKind> kind = machine.map(Proving::machine);
        Optional<KernelChoice> choice = kernel.map(text -> kernel(io, text, modules));
        if (modules.isPresent() && choice.filter(KernelChoice.Image.class::isInstance).isEmpty()) {
            throw new UserError("--modules belongs to an image of your own; give that with --kernel PATH");
        }
        Optional<Path> bundle = keep.map(io::resolve);
        bundle.filter(path -> path.getParent() == null || !Files.isDirectory(path.getParent())).ifPresent(path -> {
            throw new UserError("cannot write " + keep.get() + ": there is no folder " + path.getParent());
        });
        return new Proving(io, kind, choice, bundle);
    }

    private static MachineKind machine(String name) {
        return MachineKind.parse(name).orElseThrow(() -> new UserError("no machine " + name + "; there are "
                + Stream.of(MachineKind.values()).map(MachineKind::id).collect(Collectors.joining(", "))));
    }

    private static KernelChoice kernel(Io io, String text, Optional<String> modules) {
        Path path = io.resolve(text);
        if (Files.isDirectory(path)) {
            return new KernelChoice.Folder(path);
        }
        if (text.contains("/") || Files.isRegularFile(path)) {
            return new KernelChoice.Image(path, modules.map(io::resolve));
        }
        return KernelChoice.parse(text);
    }

    /** Boots, compares, writes the result, and returns whether all is equal. */
    public boolean run(Simulation wanted, boolean json, Progress progress) {
        Proof proof = prove(wanted, progress);
        keep.ifPresent(path -> keep(proof, path));
        progress.close();
        if (json) {
            ProofJson.write(io.out(), proof);
        } else {
            ProofText.write(io.out(), Palette.forOutput(io), proof);
        }
        return proof.isEqual();
    }

    private Proof prove(Simulation wanted, Progress progress) {
        Workshop workshop = new Workshop(Installation.conformance(), Installation.cache(io), line -> say(line, progress));
        try {
            return new Prover(workshop).prove(new ProofRequest(wanted, machine, kernel));
        } catch (ProofException impossible) {
            progress.close();
            impossible.details().forEach(line -> io.err().println(Printable.piece(line)));
            throw new UserError(impossible.getMessage(), impossible);
        }
    }

    /** On a terminal the progress line says it; elsewhere it takes minutes without a word, so there it is a line. */
    private void say(String line, Progress progress) {
        progress.now(line);
        if (!io.errIsTerminal()) {
            io.err().println(Printable.line(line));
            io.err().flush();
        }
    }

    /** Where there are several they stand side by side: FILE.tar.gz, FILE-step1.tar.gz, or as folders in FOLDER. */
    private static Path path(Path wanted, Proof proof, Stage stage) {
        if (proof.stages().size() == 1) {
            return wanted;
        }
        String name = String.valueOf(wanted.getFileName());
        int number = proof.stages().indexOf(stage);
        return !name.endsWith(ARCHIVE) ? wanted.resolve(stage.bundle().name()) : number == 0 ? wanted
                : wanted.resolveSibling(name.substring(0, name.length() - ARCHIVE.length()) + "-step" + number + ARCHIVE);
    }

    private static void keep(Proof proof, Path path) {
        try {
            for (Stage stage : proof.stages()) {
                stage.bundle().write(path(path, proof, stage));
            }
        } catch (IOException e) {
            throw new UserError("cannot write " + path + ": " + SourceFiles.reason(e), e);
        }
    }
}
