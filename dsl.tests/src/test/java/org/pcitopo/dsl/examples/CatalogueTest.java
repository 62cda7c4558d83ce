package org.pcitopo.dsl.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.problems.finder.CheckOptions;
import org.pcitopo.dsl.problems.finder.ProblemFinder;
import org.pcitopo.dsl.service.PcitopoLanguage;

/** Every device of the catalogue is one that could exist, and finds its place in an empty machine. */
class CatalogueTest {

    private static final Path CATALOGUE =
            Path.of(System.getProperty("pcitopo.root", ".."), "dsl", "src", "main", "resources", "catalogue");
    private static final PcitopoLanguage LANGUAGE = PcitopoLanguage.create();

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(CATALOGUE)) {
            return files.map(file -> file.getFileName().toString().replace(".pcitopo", "")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void holdsDevicesWithoutProblems(String name) throws IOException {
        String text = machineWith(name);
        List<String> problems = ProblemFinder.check(LANGUAGE.read(text), CheckOptions.AS_WRITTEN).problems().stream()
                .map(problem -> problem.code() + " " + problem.message()).toList();
        assertEquals(List.of(), problems, text);
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysHowToImportIt(String name) throws IOException {
        assertTrue(text(name).contains("import \"catalogue:" + name + "\""));
    }

    @Test
    void noTwoDevicesHaveTheSameName() throws IOException {
        List<String> all = new ArrayList<>();
        for (String name : names()) {
            all.addAll(types(name).stream().map(DeviceType::getName).toList());
        }
        assertEquals(all.stream().distinct().toList(), all);
    }

    /** A machine with 4K pages and plenty of room that has one device of each type. */
    private static String machineWith(String name) throws IOException {
        int[] slot = {0};
        String devices = types(name).stream().map(type -> "        bridge %02x.0 root-port { device 00.0 : %s passthrough }"
                .formatted(slot[0]++, type.getName())).collect(Collectors.joining("\n"));
        return """
                import "catalogue:%s"
                host bench {
                    architecture aarch64
                    machine device-tree
                    page-size 4K
                    linux 6.12
                    host-bridge 0000:00 {
                        window [io 0x0000-0xffff]
                        window [mem 0x10000000-0x7fffffff]
                        window [mem 0x8000000000-0xffffffffff]
                %s
                    }
                }
                """.formatted(name, devices);
    }

    private static List<DeviceType> types(String name) throws IOException {
        return LANGUAGE.read(text(name)).model().getElements().stream().filter(DeviceType.class::isInstance)
                .map(DeviceType.class::cast).toList();
    }

    private static String text(String name) throws IOException {
        return Files.readString(CATALOGUE.resolve(name + ".pcitopo"));
    }
}
