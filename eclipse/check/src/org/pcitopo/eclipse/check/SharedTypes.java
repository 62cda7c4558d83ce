package org.pcitopo.eclipse.check;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A file with a device type, and one with a machine whose drives are of that type: while the type's BAR is small, they share a page. */
final class SharedTypes {

    private static final String TYPE = "device-type drive {\n    id 144d:a808\n    BAR 0 [mem size %s 64bit]\n}\n";
    private static final String USER = """
            import "%s"

            platform server {
                architecture aarch64
                machine device-tree
                page-size 64K
                linux 6.12
            }

            host box on server {
                host-bridge 0000:00 {
                    window [mem 0x8000000000-0xffffffffff]
                    device 04.0 one : drive passthrough
                    device 05.0 two : drive passthrough
                }
            }
            """;

    private SharedTypes() {
    }

    /** The file with the type. */
    static byte[] type(String size) {
        return TYPE.formatted(size).getBytes(UTF_8);
    }

    /** The file that imports it from {@code path}. */
    static byte[] user(String path) {
        return USER.formatted(path).getBytes(UTF_8);
    }
}
