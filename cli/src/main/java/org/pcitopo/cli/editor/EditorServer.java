package org.pcitopo.cli.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.pcitopo.cli.io.Io;
import org.pcitopo.dsl.ide.server.PcitopoServer;

/** Serves an editor on the process's streams. */
public final class EditorServer {

    /** The folder of the problems' pages, set by the launcher. */
    private static final String PAGES = "pcitopo.pages";

    private EditorServer() {
    }

    /** Serves until the editor goes; returns the exit status. */
    public static int serve(Io io) throws InterruptedException {
        Optional<Path> pages = Optional.ofNullable(System.getProperty(PAGES)).map(Path::of).filter(Files::isDirectory);
        return PcitopoServer.serve(io.in(), io.out(), io.err(), pages);
    }
}
