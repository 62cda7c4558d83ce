package org.pcitopo.cli.report;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What tells a problem from others while lines move: its code, its file and its message. */
public final class Fingerprint {

    private Fingerprint() {
    }

    public static String of(Problem problem) {
        return of(problem.code(), problem.location().file(), problem.message());
    }

    public static String of(String code, String file, String message) {
        String key = code + "\n" + file + "\n" + message;
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
