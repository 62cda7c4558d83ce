package org.pcitopo.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints, as the build wrote it. */
public final class Version implements IVersionProvider {

    private static final String RESOURCE = "/org/pcitopo/cli/version.properties";

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"pcitopo " + number()};
    }

    /** The version number alone. */
    public static String number() throws IOException {
        try (InputStream stream = Version.class.getResourceAsStream(RESOURCE)) {
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        }
    }
}
