package org.pcitopo.dsl.problems.finder;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.Problem;
import org.pcitopo.dsl.problems.TextEdit;
import org.pcitopo.dsl.problems.ProblemKind;

/** Every problem that a change of the text can mend offers one, and that change mends it. Who adds a problem decides here. */
class FixesTest {

    private static final String SMALL = "device 01.0 small { id 1b36:0007 class 0x080501 BAR 0 [mem size 256] }";

    /** For each problem that a fix of its own mends, a text that has it. */
    private static final Map<String, String> MENDED = Map.ofEntries(
            entry("PCI002", "platform pc { } host h on pv { }"),
            entry("PCI005", "import \"text.pcitopo\"\n"),
            entry("PCI007", "device-type t extends t { }"),
            entry("PCI008", "device-type t { } device-type t { }"),
            entry("PCI009", Machines.pc("").replace("x86_64", "x86-64")),
            entry("PCI010", "host h { } boot b { }"),
            entry("PCI012", "platform p { page-size 4K page-size 64K }"),
            entry("PCI013", Machines.pc("").replace("page-size    4K", "page-size 5K")),
            entry("PCI101", Machines.pc("device 01.0 a\ndevice 01.0 b")),
            entry("PCI102", Machines.pc("device 0000:05:01.0")),
            entry("PCI103", Machines.pc("device 01.1 a")),
            entry("PCI104", Machines.pc("").replace("0000:00 {", "0000:00 [bus 05-10] {")),
            entry("PCI105", Machines.pc("bridge 01.0 [bus 05-03] { }")),
            entry("PCI106", Machines.pc("device 01.0 { BAR 0 [mem size 5K] }")),
            entry("PCI107", Machines.pc("device 01.0 { BAR 0 [mem size 1] }")),
            entry("PCI108", Machines.pc("device 01.0 { BAR 0 [mem size 8G] }")),
            entry("PCI110", Machines.pc("device 01.0 { BAR 0 [mem size 4K 64bit] BAR 1 [mem size 4K] }")),
            entry("PCI111", Machines.pc("bridge 01.0 { BAR 2 [mem size 4K] }")),
            entry("PCI116", Machines.pc("bridge 01.0 { window [mem 0x801fffff-0x80100000] }")),
            entry("PCI118", Machines.arm64("").replace("[mem 0x10000000-0x1fffffff]", "[mem 0x10000000-0x1fffffff 64bit]")),
            entry("PCI120", Machines.pc("device 01.0 { BAR 0 [mem 0xa0000000-0xa0000fff] }")),
            entry("PCI121", Machines.pc("device 01.0 { BAR 0 [mem 0x80000000-0x80000fff] }\ndevice 02.0 { BAR 0 [mem 0x80000000-0x800000ff] }")),
            entry("PCI122", Machines.pc("device 01.0 { BAR 0 [mem 0x80000800-0x800017ff] }")),
            entry("PCI201", Machines.commandLine("pci=realoc")),
            entry("PCI202", Machines.arm64Boot(SMALL, "command-line \"pci=nocrs\"")),
            entry("PCI203", Machines.commandLine("5.4", "pci=hpmmiosize=4M")),
            entry("PCI204", Machines.commandLine("pci=resource_alignment=16@00:01.0 pci=resource_alignment=20@00:01.0")),
            entry("PCI205", Machines.commandLine("pci=hpmemsize=16MiB")),
            entry("PCI206", Machines.commandLine("pci=resource_alignment=16@00:01.0,16@00:02.0")),
            entry("PCI207", Machines.commandLine("4.14", "pci=resource_alignment=16@00:01.0/00.0")
                    .replace("device 01.0 small", "bridge 01.0 { device 00.0 small").replace("[mem size 256] }", "[mem size 256] } }")),
            entry("PCI208", Machines.commandLine("4.7", "pci=resource_alignment=16@pci:1b36:0007")),
            entry("PCI209", Machines.commandLine("pci=resource_alignment=*:*:*.*")),
            entry("PCI210", Machines.commandLine("pci=resource_alignment=16@00:01.0:noresize")),
            entry("PCI211", Machines.commandLine("pci=resource_alignment=99@00:01.0")),
            entry("PCI212", Machines.commandLine("pci=resource_alignment=-3@00:01.0")),
            entry("PCI213", Machines.commandLine("pci=resource_alignment=garbage")),
            entry("PCI214", Machines.commandLine("pci=resource_alignment=garbage;16@00:01.0")),
            entry("PCI215", Machines.commandLine("pci=resource_alignment=16@00:21.0")),
            entry("PCI217", Machines.commandLine("pci=resource_alignment=16@00:09.0")),
            entry("PCI218", Machines.commandLine("pci=resource_alignment=16@00:01.0;20@00:01.0")),
            entry("PCI219", Machines.pcBoot("device 01.0 { BAR 0 [mem size 1M] }", "command-line \"pci=resource_alignment=12@00:01.0\"")),
            entry("PCI220", Machines.arm64Boot("device 01.0 a passthrough { BAR 0 [mem size 64K] }\ndevice 02.0 b passthrough { BAR 0 [mem size 64K] }",
                    "command-line \"pci=resource_alignment=30@00:01.0\"")),
            entry("PCI222", Machines.arm64Boot("device 01.0", "probe-only command-line \"pci=resource_alignment=16@00:01.0\"")),
            entry("PCI301", Machines.arm64Boot("device 01.0 a passthrough { BAR 0 [mem size 16K] }\ndevice 02.0 b { BAR 0 [mem size 16K] }", "")),
            entry("PCI302", Machines.pc("bridge 01.0 port {\nwindow [mem 0x80000000-0x800fffff]\ndevice 00.0 nic { BAR 0 [mem size 4M] }\n}")
                    + "boot b of box { }\n"),
            entry("PCI303", Machines.pcBoot("bridge 01.0 port hotplug { }", "command-line \"quiet pci=hpmemsize=1G\"")),
            entry("PCI304", Machines.pc("device 01.0 gpu passthrough iommu-group 7\ndevice 01.1 sound iommu-group 7")),
            entry("PCI307", Machines.pc("bridge 01.0 port passthrough { device 00.0 }")),
            entry("PCI402", Machines.pcBoot("device 01.0 a", "expect every passthrough BAR mapped")),
            entry("PCI403", Machines.pcBoot(SMALL, "expect small BAR 0 emulated because page-share")),
            entry("PCI501", "// ignore PCI301: it was there\nplatform p { architecture x86_64 }"),
            entry("PCI502", "// ignore PCI301\nplatform p { architecture x86_64 }"),
            entry("PCI503", "// ignore PCI3011: it was there\nplatform p { architecture x86_64 }"),
            entry("PCI504", Machines.pc("device 01.0 {\nBAR 0 [mem size 256] from \"dmesg.txt\":4\nBAR 0 [mem size 4K] from \"lspci.txt\":7\n}")));

    /** What editors mend from what they know beside the text: tested with their code actions. */
    private static final Set<String> MENDED_IN_EDITORS = Set.of("PCI001", "PCI003", "PCI011", "PCI401");

    /** What no change of the text that a program could know mends, and why. */
    private static final Map<String, String> BEYOND_US = Map.ofEntries(
            entry("PCI004", "the file has to move, or another folder to be opened"),
            entry("PCI006", "the other file says what is wrong with it"),
            entry("PCI099", "a defect of pcitopo"),
            entry("PCI109", "how large a BAR is stands in a log"),
            entry("PCI112", "the place of the table stands in lspci"),
            entry("PCI113", "the place of the table stands in lspci"),
            entry("PCI114", "the place of the table stands in lspci"),
            entry("PCI115", "which register was meant cannot be known"),
            entry("PCI117", "the windows stand in a log"),
            entry("PCI123", "the sizes at this page size stand in lspci"),
            entry("PCI124", "offset and stride stand in lspci"),
            entry("PCI216", "who was meant cannot be known"),
            entry("PCI221", "where the quote ends cannot be known"),
            entry("PCI305", "the VMM moves the table, no command line does"),
            entry("PCI306", "the kernel never maps this device"),
            entry("PCI310", "the source is damaged"));

    static Stream<String> mended() {
        return MENDED.keySet().stream().sorted();
    }

    @Test
    void everyProblemIsDecided() {
        Set<String> decided = new TreeSet<>(MENDED.keySet());
        decided.addAll(MENDED_IN_EDITORS);
        decided.addAll(BEYOND_US.keySet());

        assertEquals(ProblemRegistry.kinds().stream().map(ProblemKind::code).collect(Collectors.toCollection(TreeSet::new)), decided);
    }

    @ParameterizedTest
    @MethodSource("mended")
    void theFixMendsIt(String code) {
        String text = MENDED.get(code);
        List<Problem> before = of(code, text);
        Fix fix = before.stream().flatMap(problem -> problem.fixes().stream()).findFirst()
                .orElseThrow(() -> new AssertionError("no fix in " + RuleCheck.all(text).problems()));

        assertTrue(of(code, apply(text, fix)).size() < before.size(), () -> apply(text, fix));
    }

    private static List<Problem> of(String code, String text) {
        return RuleCheck.all(text).problems().stream().filter(problem -> problem.code().equals(code)).toList();
    }

    private static String apply(String text, Fix fix) {
        String fixed = text;
        for (TextEdit edit : fix.edits().stream().sorted(Comparator.comparingInt((TextEdit edit) -> edit.region().offset()).reversed()).toList()) {
            fixed = fixed.substring(0, edit.region().offset()) + edit.replacement() + fixed.substring(edit.region().end());
        }
        return fixed;
    }
}
