package org.pcitopo.cli.input;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.pcitopo.capture.Capture;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.SourceInput;
import org.pcitopo.capture.source.Sources;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.io.UserError;

/** Reads what machines say of themselves from the names on a command line. */
public final class CapturedSources {

    private final Io io;

    public CapturedSources(Io io) {
        this.io = io;
    }

    /**
     * Reads {@code names}, which are files, folders, archives or {@code -}, as sources of one machine.
     *
     * @throws UserError where one cannot be used, or together they show no PCI function
     */
    public CapturedMachine read(List<String> names) {
        try {
            List<SourceInput> inputs = new ArrayList<>();
            for (String name : names) {
                inputs.addAll(open(name));
            }
            return Capture.read(inputs);
        } catch (CaptureException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    /**
     * What {@code names} stand for: a folder that holds several bundles, archives or logs stands for each of them.
     *
     * @throws UserError where a folder cannot be read
     */
    public List<String> expand(List<String> names) {
        try {
            List<String> expanded = new ArrayList<>();
            for (String name : names) {
                if (name.equals(SourceFiles.STANDARD_INPUT) || !Files.isDirectory(io.resolve(name))) {
                    expanded.add(name);
                } else {
                    Sources.expand(io.resolve(name)).forEach(path -> expanded.add(path.toString()));
                }
            }
            return expanded;
        } catch (CaptureException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    private List<SourceInput> open(String name) throws CaptureException {
        return name.equals(SourceFiles.STANDARD_INPUT)
                ? Sources.open("standard input", io.in())
                : Sources.open(name, io.resolve(name));
    }
}
