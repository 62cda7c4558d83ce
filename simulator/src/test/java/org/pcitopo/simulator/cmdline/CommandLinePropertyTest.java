package org.pcitopo.simulator.cmdline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.pcitopo.simulator.topology.Architecture;

/** No text upsets the parser, and every token stands where it says. */
class CommandLinePropertyTest {

    private static final List<String> KERNELS = List.of("4.5", "4.9", "4.19", "5.10", "6.12", "7.3", "v4");

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> fragments = Arbitraries.of("pci=", "resource_alignment=", "realloc", "hpiosize=", "16@", "-1@", "64@",
                "00:02.0", "0001:", "*", ":noresize", "pci:", "1b36:0007", ":", ".", "/", ",", ";", ";;", "\"", " ", "\n", "--",
                "0x", "8K", "nocrs", "vfio-pci.ids=", "é", "\u0000", "x");
        return Arbitraries.oneOf(fragments.list().ofMaxSize(25).map(parts -> String.join("", parts)),
                fragments.list().ofMaxSize(15).map(parts -> "pci=resource_alignment=" + String.join("", parts)),
                Arbitraries.strings().ofMaxLength(60));
    }

    @Property
    void everyTokenStandsWhereItSays(@ForAll("lines") String line, @ForAll("kernels") String kernel) {
        PciOptions options = PciOptions.of(line, Texts.rules(kernel), Architecture.X86_64);
        tokens(options).forEach(token -> assertEquals(token.text(), line.substring(token.offset(), token.end())));
    }

    @Property
    void everyFindingStandsInTheText(@ForAll("lines") String line, @ForAll("kernels") String kernel) {
        PciOptions options = PciOptions.of(line, Texts.rules(kernel), Architecture.PPC64LE);
        CommandLineFindings.of(options, 65536).forEach(finding -> assertEquals(finding.where().text(),
                line.substring(finding.offset(), finding.offset() + finding.length())));
    }

    @Property
    void entriesFollowOneAnother(@ForAll("lines") String line, @ForAll("kernels") String kernel) {
        PciOptions options = PciOptions.of(line, Texts.rules(kernel), Architecture.AARCH64);
        int end = options.alignmentRequests().text().offset() - 1;
        for (AlignmentEntry entry : options.alignmentRequests().entries()) {
            assertEquals(end + 1, entry.text().offset());
            end = entry.text().end();
        }
        assertTrue(end <= Math.max(options.alignmentRequests().text().end(), 0));
    }

    @Property
    void aScanEndsForEveryFunction(@ForAll("lines") String line, @ForAll("kernels") String kernel) {
        PciOptions options = PciOptions.of(line, Texts.rules(kernel), Architecture.AARCH64);
        AlignmentScan scan = options.alignmentRequests().scan(Texts.target("02:00.0 < 01:02.0 < 00:02.0"), 4096, 0, false);
        scan.request().ifPresent(request -> assertTrue(request.alignment() != 0));
    }

    @Property
    void anAddressMatchesItself(@ForAll("kernels") String kernel, @ForAll("addresses") String address) {
        AlignmentRequests requests = Texts.requests(kernel, "16@" + address);
        assertEquals(0x10000, requests.requestFor(Texts.target(address), 4096, 0, false).orElseThrow().alignment());
    }

    @Provide
    Arbitrary<String> kernels() {
        return Arbitraries.of(KERNELS);
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.integers().between(0, 0x1ffff).flatMap(domain -> Arbitraries.integers().between(0, 0xffff)
                .map(id -> String.format("%04x:%02x:%02x.%x", domain, id >> 8, id >> 3 & 0x1f, id & 7)));
    }

    private static Stream<Token> tokens(PciOptions options) {
        Stream<Token> words = options.commandLine().words().stream()
                .flatMap(word -> Stream.concat(Stream.of(word.text(), word.name()), word.value().stream()));
        Stream<Token> pieces = options.pieces().stream()
                .flatMap(piece -> Stream.concat(Stream.of(piece.text()), piece.argument().stream()));
        Stream<Token> entries = options.alignmentRequests().entries().stream()
                .flatMap(entry -> Stream.of(Stream.of(entry.text(), entry.device()), entry.suffix().stream(),
                        entry.order().map(AlignmentEntry.Order::token).stream()).flatMap(parts -> parts));
        Stream<Token> ids = VfioIds.of(options.commandLine()).entries().stream().map(VfioIds.Entry::text);
        return Stream.of(words, pieces, entries, ids).flatMap(tokens -> tokens);
    }
}
