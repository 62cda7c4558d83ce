package org.pcitopo.capture.log;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.capture.source.SourceText;
import org.pcitopo.simulator.topology.PciAddress;

/** Short ways to read a log in a test. */
final class LogText {

    private LogText() {
    }

    static LogLine line(String text) {
        return new LogLine("dmesg.txt", 1, OptionalDouble.empty(), true, ' ', text);
    }

    static SourceFindings read(String log) {
        return KernelLogReader.read(SourceText.of("dmesg.txt", log));
    }

    static <F extends Finding> List<F> findings(String log, Class<F> kind) {
        return only(read(log).findings().stream(), kind);
    }

    static List<String> outcomes(String log) {
        return only(read(log).answers().stream(), Answer.Outcome.class).stream()
                .map(outcome -> outcome.resource() + " " + outcome.state()
                        + outcome.range().map(range -> " " + range).orElse("")).toList();
    }

    static List<String> later(String log) {
        return only(read(log).answers().stream(), Answer.LaterChange.class).stream()
                .map(change -> change.resource() + " " + change.state()
                        + change.range().map(range -> " " + range).orElse("")).toList();
    }

    static PciAddress address(String text) {
        return PciAddress.parse(text).orElseThrow();
    }

    private static <T> List<T> only(Stream<?> all, Class<T> kind) {
        return all.filter(kind::isInstance).map(kind::cast).toList();
    }
}
