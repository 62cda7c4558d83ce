package org.pcitopo.simulator.cmdline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.cmdline.CommandLineFindings.Candidate;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.ResourceType;

class CommandLineFindingsTest {

    private static String shown(List<CommandLineFinding> findings) {
        return findings.stream().map(finding -> finding.kind() + " " + finding.where().text())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            6.1  | pci=realloc,hpiosize=8K quiet        | ''
            6.1  | pci=foo                              | UNKNOWN_OPTION foo
            6.1  | pci=noacs,realloc                    | UNKNOWN_OPTION noacs
            6.1  | pci=nomio                            | OPTION_OF_OTHER_ARCHITECTURE nomio
            5.18 | pci=use_e820                         | OPTION_OF_OTHER_RELEASE use_e820
            5.4  | pci=hpmmiosize=2M                    | OPTION_OF_OTHER_RELEASE hpmmiosize=2M
            6.1  | pci=realloc=on,realloc=off           | OPTION_REPEATED realloc=on
            6.1  | pci=realloc=maybe                    | BAD_ARGUMENT maybe
            6.1  | pci=hpiosize=                        | BAD_ARGUMENT hpiosize=
            6.1  | pci=hpiosize=8KB                     | TRAILING_TEXT B
            6.1  | pci=noatsXYZ                         | TRAILING_TEXT XYZ
            6.1  | pci=ecrc=maybe                       | BAD_ARGUMENT maybe
            6.1  | pci="realloc                         | UNCLOSED_QUOTE pci="realloc
            6.1  | -- pci=realloc                       | BEHIND_DOUBLE_DASH pci=realloc
            6.1  | pci=resource_alignment=00:01.0,00:02.0,16@00:03.0 | COMMA_BETWEEN_ENTRIES 00:02.0, COMMA_BETWEEN_ENTRIES 16@00:03.0
            """)
    void optionsTellWhatTheKernelIgnores(String kernel, String line, String expected) {
        PciOptions options = PciOptions.of(line, Texts.rules(kernel), Architecture.X86_64);
        assertEquals(expected, shown(CommandLineFindings.of(options, 4096)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            6.1  | 16@00:02.0;pci:1b36:0005;00:01.0/00.0 | ''
            4.18 | 00:01.0/00.0             | PATH_TOO_NEW 00:01.0/00.0
            4.7  | pci:1b36:0005            | IDS_TOO_NEW pci:1b36:0005
            v4   | pci:1b36:0005            | IDS_TOO_NEW pci:1b36:0005
            6.1  | 16@*:*:*.*               | WILDCARD *:*:*.*
            6.1  | 16@*:*:*.*:noresize      | WILDCARD *:*:*.*
            v4   | 16@*:*:*.*:noresize      | ''
            6.1  | 00:01.0:noresize         | NORESIZE_ON_ADDRESS :noresize
            4.18 | 00:01.0:noresize         | NORESIZE_ON_ADDRESS :noresize
            6.1  | pci:1:2:noresize;00:01.0 | NORESIZE_ON_IDS :noresize, DEAD_ENTRY 00:01.0
            6.1  | 64@00:01.0               | ORDER_TOO_LARGE 64
            4.18 | 31@00:01.0               | ORDER_OVERFLOWS 31
            6.1  | -1@00:01.0               | ORDER_NEGATIVE -1
            6.1  | 0x10@00:01.0;00:02.0     | MALFORMED_ENTRY 0x10@00:01.0, DEAD_ENTRY 00:02.0
            6.1  | 00:01.0;;00:02.0         | EMPTY_ENTRY , DEAD_ENTRY 00:02.0
            6.1  | pci:1:2 x;00:02.0        | JUNK_ENDS_LIST  x, DEAD_ENTRY 00:02.0
            6.1  | 100:01.0                 | NEVER_MATCHES 100:01.0
            4.18 | 00:21.0                  | NEVER_MATCHES 00:21.0
            6.1  | 00:21.8                  | TAKEN_FOR_ANOTHER 00:21.8, TAKEN_FOR_ANOTHER 00:21.8
            6.1  | 00:01.0/20.0             | TAKEN_FOR_ANOTHER 00:01.0/20.0
            6.1  | pci:0:0                  | MATCHES_EVERYTHING pci:0:0
            6.1  | pci:11b36:5              | ID_TRUNCATED 11b36
            """)
    void entriesTellWhatTheKernelMakesOfThem(String kernel, String list, String expected) {
        assertEquals(expected, shown(CommandLineFindings.of(Texts.requests(kernel, list), 4096)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            6.1  | 16@00:02.0                | ''
            6.1  | 00:05.0                   | MATCHES_NOTHING 00:05.0
            6.1  | pci:1b36:0007;00:02.0     | HIDDEN 00:02.0
            6.1  | 8@00:02.0                 | CHANGES_NOTHING 8@00:02.0
            4.11 | 8@00:02.0                 | ''
            6.1  | garbage;00:05.0           | ''
            """)
    void theMachineTellsWhichEntriesDoNothing(String kernel, String list, String expected) {
        Function function = Function.at(2, 0).ids(Texts.ids("1b36:0007")).bar(Bar.of(0, ResourceType.MEM32, 256)).build();
        Candidate candidate = new Candidate(Texts.target("00:02.0 = 1b36:0007"), function);
        assertEquals(expected,
                shown(CommandLineFindings.against(Texts.requests(kernel, list), List.of(candidate), 4096, 0)));
    }

    @Test
    void aMalformedEntryTellsHowManyItKills() {
        CommandLineFinding finding = CommandLineFindings.of(Texts.requests("6.1", "x;00:01.0;00:02.0"), 4096).get(0);
        assertEquals("2", finding.detail("dead"));
    }

    @Test
    void tensOfThousandsOfPiecesAreNoTrouble() {
        String line = "pci=resource_alignment=00:01.0" + ",00:02.0".repeat(50_000);
        PciOptions options = PciOptions.of(line, Texts.rules("6.1"), Architecture.X86_64);
        assertEquals(50_000, CommandLineFindings.of(options, 4096).size());
    }

    @Test
    void vfioIdsBindFunctions() {
        VfioIds ids = VfioIds.of(CommandLine.of("vfio-pci.ids=10de:13c2,8086:0a54::,1b36:0007:1af4:1100"));
        assertEquals(List.of(true, false, true), List.of(ids.bind(Texts.ids("10de:13c2:1:2")),
                ids.bind(Texts.ids("1b36:0007:1af4:1101")), ids.bind(Texts.ids("1b36:0007:1af4:1100"))));
    }
}
