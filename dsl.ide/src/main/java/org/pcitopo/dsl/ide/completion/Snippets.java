package org.pcitopo.dsl.ide.completion;

import java.util.Map;

/** Statements with places to fill in. */
final class Snippets {

    private static final Map<String, String> BY_KEYWORD = Map.ofEntries(
            Map.entry("platform", "platform ${1:name} {\n    architecture ${2:x86_64}\n    page-size ${3:4K}\n    linux ${4:6.12}\n}"),
            Map.entry("device-type", "device-type ${1:name} {\n    id ${2:144d:a808}\n    class ${3:0x010802}\n    BAR 0 [mem size ${4:16K} 64bit]\n}"),
            Map.entry("host", "host ${1:name} on ${2:platform} {\n    host-bridge 0000:00 {\n        window [mem ${3:0x10000000-0x3fffffff}]\n        $0\n    }\n}"),
            Map.entry("host-bridge", "host-bridge ${1:0000:00} {\n    window [mem ${2:0x10000000-0x3fffffff}]\n    $0\n}"),
            Map.entry("boot", "boot ${1:name} of ${2:host} {\n    command-line \"$3\"\n    expect every passthrough BAR mapped\n}"),
            Map.entry("command-line", "command-line \"$1\""),
            Map.entry("import", "import \"$1\""),
            Map.entry("msi-x", "msi-x ${1:33} table BAR ${2:0} offset ${3:0x2000}"),
            Map.entry("sr-iov", "sr-iov {\n    total-vfs ${1:8}\n    VF BAR 0 [mem size ${2:16K} 64bit pref]\n}"));

    private Snippets() {
    }

    /** The snippet that begins with {@code keyword}; empty where the word is written as it is. */
    static String of(String keyword) {
        return BY_KEYWORD.getOrDefault(keyword, "");
    }
}
