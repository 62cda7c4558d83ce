package org.pcitopo.cli.render;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.pcitopo.cli.report.BootName;
import org.pcitopo.cli.report.CheckReport;
import org.pcitopo.cli.report.ExpectationResult;
import org.pcitopo.cli.report.Problem;
import org.pcitopo.cli.report.SourceFile;

/**
 * A check as JUnit XML: a suite for each file; in it a case for each expectation in each boot, one that fails for each problem
 * that counts, and one that passes where nothing else stands there.
 */
public final class JunitReport {

    private record Case(String className, String name, String failure, String kind) {
    }

    private JunitReport() {
    }

    /** Writes {@code report}; {@code counts} says which problems make a case that fails. */
    public static void write(PrintStream out, CheckReport report, Predicate<Problem> counts) {
        Map<String, List<Case>> suites = suites(report, counts);
        try {
            PrintWriter target = new PrintWriter(out, false, StandardCharsets.UTF_8);
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(target);
            xml.writeStartDocument("UTF-8", "1.0");
            newline(xml, 0);
            xml.writeStartElement("testsuites");
            List<Case> all = suites.values().stream().flatMap(List::stream).toList();
            totals(xml, "pcitopo check", all);
            for (Map.Entry<String, List<Case>> suite : suites.entrySet()) {
                suite(xml, suite.getKey(), suite.getValue());
            }
            newline(xml, 0);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
            target.println();
            target.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, List<Case>> suites(CheckReport report, Predicate<Problem> counts) {
        Map<String, List<Case>> suites = new LinkedHashMap<>();
        for (SourceFile file : report.files()) {
            suites.put(file.name(), new ArrayList<>());
        }
        for (ExpectationResult expectation : report.expectations()) {
            String name = expectation.text() + " (line " + expectation.location().start().line() + ")";
            cases(suites, expectation.location().file()).add(new Case(className(expectation.boot()), name,
                    expectation.passed() ? "" : expectation.location() + ": " + expectation.message(), "expectation"));
        }
        for (Problem problem : report.problems()) {
            if (counts.test(problem)) {
                String place = problem.location().start().line() + ":" + problem.location().start().column();
                cases(suites, problem.location().file()).add(new Case(problem.code(), problem.code() + " at " + place,
                        problem.location() + ": " + problem.message(), problem.severity().id()));
            }
        }
        suites.forEach((file, cases) -> {
            if (cases.isEmpty()) {
                cases.add(new Case("pcitopo", "no problems", "", ""));
            }
        });
        return suites;
    }

    private static String className(BootName boot) {
        return String.join(".", boot.host(), boot.boot(), boot.kernel().replace('.', '_'), Long.toString(boot.pageSize()));
    }

    private static List<Case> cases(Map<String, List<Case>> suites, String file) {
        return suites.computeIfAbsent(file, name -> new ArrayList<>());
    }

    private static void suite(XMLStreamWriter xml, String name, List<Case> cases) throws XMLStreamException {
        newline(xml, 1);
        xml.writeStartElement("testsuite");
        totals(xml, name, cases);
        for (Case one : cases) {
            newline(xml, 2);
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", legal(one.className()));
            xml.writeAttribute("name", legal(one.name()));
            xml.writeAttribute("time", "0");
            if (!one.failure().isEmpty()) {
                newline(xml, 3);
                xml.writeStartElement("failure");
                xml.writeAttribute("type", one.kind());
                xml.writeAttribute("message", legal(one.failure()));
                xml.writeEndElement();
                newline(xml, 2);
            }
            xml.writeEndElement();
        }
        newline(xml, 1);
        xml.writeEndElement();
    }

    private static void totals(XMLStreamWriter xml, String name, List<Case> cases) throws XMLStreamException {
        xml.writeAttribute("name", legal(name));
        xml.writeAttribute("tests", Integer.toString(cases.size()));
        xml.writeAttribute("failures", Long.toString(cases.stream().filter(one -> !one.failure().isEmpty()).count()));
        xml.writeAttribute("errors", "0");
    }

    private static void newline(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** {@code text} without the characters that XML 1.0 cannot carry. */
    private static String legal(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "?");
    }
}
