package org.pcitopo.cli;

import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.language.Languages;

/** The entry point of the process. */
public final class Main {

    private Main() {
    }

    public static void main(String[] args) {
        System.exit(new Pcitopo(Io.ofProcess(), Languages::xtext).run(args));
    }
}
