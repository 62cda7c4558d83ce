package org.pcitopo.dsl.ide.completion;

import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CompletionItemKind;

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

    /** What may be written instead of a keyword, each a statement as it stands; by the rule of the grammar and its keyword. */
    private static final Map<String, List<Proposal>> STATEMENTS = Map.of(
            "HostWindow window", List.of(sample("window [mem 0x10000000-0x3fffffff]", "where the bridge forwards memory", "window [mem ${1:0x10000000-0x3fffffff}]")),
            "Device device", List.of(sample("device 00.0", "with its ids and a BAR",
                    "device ${1:00.0} ${2:name} {\n    id ${3:144d:a808}\n    class ${4:0x010802}\n    BAR 0 [mem size ${5:16K} 64bit]$0\n}")),
            "Bridge bridge", List.of(sample("bridge 01.0 root-port", "with a device below it", "bridge ${1:01.0} ${2:name} ${3:root-port} {\n    device 00.0 $0\n}")),
            "Bar BAR", List.of(sample("BAR 0 [mem size 16K 64bit]", "a memory BAR", "BAR ${1:0} [mem size ${2:16K} ${3:64bit}]"),
                    sample("BAR 0 [io size 32]", "an I/O BAR", "BAR ${1:0} [io size ${2:32}]")),
            "Expectation expect", List.of(sample("expect every passthrough BAR mapped", "all that guests get", ""),
                    sample("expect no BAR unassigned", "all have addresses", "")));

    private Snippets() {
    }

    private static Proposal sample(String label, String detail, String snippet) {
        return Proposal.of(label, CompletionItemKind.Snippet, detail).writing(snippet);
    }

    /** The snippet that begins with {@code keyword}; empty where the word is written as it is. */
    static String of(String keyword) {
        return BY_KEYWORD.getOrDefault(keyword, "");
    }

    /** What may be written instead of {@code keyword} of a {@code rule} of the grammar. */
    static List<Proposal> statements(String rule, String keyword) {
        return STATEMENTS.getOrDefault(rule + " " + keyword, List.of());
    }
}
