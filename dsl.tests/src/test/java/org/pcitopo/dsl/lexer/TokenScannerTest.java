package org.pcitopo.dsl.lexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenScannerTest {

    private static final Set<String> KEYWORDS = Set.of("bridge", "mem", "64bit", "sr-iov", "{", "}", "[", "]", ":", ",");

    @ParameterizedTest
    @CsvSource({
        "0000:01:00.0, DOMAIN_ADDRESS", "10000:e0:06.0, DOMAIN_ADDRESS", "01:00.0, ADDRESS", "ff:1f.7, ADDRESS",
        "8086:0a54, VENDOR_DEVICE", "c0a9:540a, VENDOR_DEVICE", "dead:beef, VENDOR_DEVICE", "0000:00, DOMAIN_BUS",
        "10000:e0, DOMAIN_BUS", "1f.3, SLOT_FUNCTION", "00.0, SLOT_FUNCTION", "256, NUMBER", "16K, SIZE", "256MB, SIZE",
        "0x4000, HEX", "0xfe800000-0xfe8fffff, HEX_RANGE", "fe800000-fe8fffff, PLAIN_RANGE", "e000-efff, PLAIN_RANGE",
        "00-ff, BUS_RANGE", "0a, HEX_BYTE", "ff, WORD", "6.12, RELEASE", "6.19.14, RELEASE", "6.12.107+deb13-amd64, RELEASE",
        "2.6.32-754.el6.x86_64, RELEASE", "vfio-mmap-v4, WORD", "nvme0, WORD", "^bridge, WORD", "x86_64, WORD",
        "0000:01:00.8, MALFORMED", "0000:01:20.0, MALFORMED", "16X, MALFORMED", "0xfe8g, MALFORMED"
    })
    void aRunOfWordCharactersIsOneToken(String text, String terminal) {
        assertEquals(List.of(terminal + " " + text), scan(text));
    }

    @Test
    void aKeywordIsAWholeRun() {
        assertEquals(List.of("keyword 64bit", "keyword sr-iov", "WORD bridge0"), scan("64bit sr-iov bridge0"));
    }

    @Test
    void aColonBehindANameStandsAlone() {
        assertEquals(List.of("WORD sd0", "keyword :", "WORD sdhci"), scan("sd0:sdhci"));
    }

    @Test
    void aStringMayRunOverLines() {
        assertEquals(List.of("STRING \"root=/dev/sda\n  quiet\""), scan("\"root=/dev/sda\n  quiet\""));
    }

    @Test
    void aQuoteInsideAStringIsEscaped() {
        assertEquals(List.of("STRING \"dyndbg=\\\"file x +p\\\"\"", "NUMBER 1"), scan("\"dyndbg=\\\"file x +p\\\"\" 1"));
    }

    @Test
    void aStringThatIsNeverClosedEndsWithItsLine() {
        assertEquals(List.of("MALFORMED \"quiet", "keyword }"), scan("\"quiet\n}"));
    }

    @Test
    void aStringThatSwallowsStatementsWasNeverClosed() {
        assertEquals(List.of("MALFORMED \"quiet", "WORD expect", "WORD x", "keyword }", "WORD boot", "WORD y", "STRING \"z\""),
                scan("\"quiet\n  expect x }\n boot y \"z\""));
    }

    @Property
    void everyAddressThatLspciPrintsIsOneToken(@ForAll("addresses") String address) {
        assertEquals(1, scan(address).size());
    }

    @Property
    void everyIdPairIsAnId(@ForAll("hex4") String vendor, @ForAll("hex4") String device) {
        assertEquals(List.of("VENDOR_DEVICE " + vendor + ":" + device), scan(vendor + ":" + device));
    }

    @Property
    void everyRangeThatTheKernelPrintsIsARange(@ForAll long start, @ForAll long end) {
        String range = String.format(Locale.ROOT, "0x%08x-0x%08x", start, end);
        assertEquals(List.of("HEX_RANGE " + range), scan(range));
    }

    @Property
    void everyRangeOfIomemIsARange(@ForAll int start, @ForAll int end) {
        String range = String.format(Locale.ROOT, "%08x-%08x", start, end);
        org.junit.jupiter.api.Assumptions.assumeTrue(range.chars().anyMatch(Character::isDigit));
        assertEquals(List.of("PLAIN_RANGE " + range), scan(range));
    }

    @Property
    void tokensCoverAnyText(@ForAll String text) {
        StringBuilder covered = new StringBuilder();
        TokenScanner scanner = new TokenScanner(text, KEYWORDS);
        while (scanner.next()) {
            covered.append(scanner.token());
        }
        assertEquals(text, covered.toString());
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<Integer> domains = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 0xffff)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0x10000, 0xfffff)));
        return Combinators.combine(domains, Arbitraries.integers().between(0, 0xff), Arbitraries.integers().between(0, 0x1f),
                Arbitraries.integers().between(0, 7))
                .as((domain, bus, device, function) -> String.format(Locale.ROOT, "%04x:%02x:%02x.%x", domain, bus, device, function));
    }

    @Provide
    Arbitrary<String> hex4() {
        return Arbitraries.integers().between(0, 0xffff).map(id -> String.format(Locale.ROOT, "%04x", id));
    }

    private static List<String> scan(String text) {
        List<String> tokens = new ArrayList<>();
        TokenScanner scanner = new TokenScanner(text, KEYWORDS);
        while (scanner.next()) {
            if (scanner.isKeyword() || !scanner.terminal().equals(TokenScanner.WHITE_SPACE)) {
                tokens.add((scanner.isKeyword() ? "keyword" : scanner.terminal()) + " " + scanner.token());
            }
        }
        return tokens;
    }
}
