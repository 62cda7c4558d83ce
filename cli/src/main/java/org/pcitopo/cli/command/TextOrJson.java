package org.pcitopo.cli.command;

import java.util.Locale;

/** What {@code --format} takes where there is text for people and JSON for programs. */
enum TextOrJson {
    TEXT, JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
