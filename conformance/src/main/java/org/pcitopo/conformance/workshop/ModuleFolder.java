package org.pcitopo.conformance.workshop;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.pcitopo.conformance.boot.BootException;

/** The modules of a person's own kernel, as {@code make modules_install} lays them out: {@code lib/modules/RELEASE}. */
final class ModuleFolder {

    /** What asks vfio, in loading order; each after what {@code modules.dep} says that it needs. */
    private static final List<String> WANTED = List.of("irqbypass", "vfio", "vfio_iommu_type1", "vfio_iommu_spapr_tce",
            "vfio-pci-core", "vfio-pci");
    private static final String DEPENDENCIES = "modules.dep";

    private final Path folder;
    private final Tools tools;

    ModuleFolder(Path folder, Tools tools) {
        this.folder = folder;
        this.tools = tools;
    }

    /** The modules to load, by name ({@code vfio-pci.ko}) and in order, unpacked. What the kernel has built in is not among them. */
    Map<String, byte[]> read() throws BootException, IOException {
        Path root = root();
        Map<String, List<String>> dependencies = new HashMap<>();
        Map<String, String> paths = new HashMap<>();
        for (String line : Files.readAllLines(root.resolve(DEPENDENCIES))) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String path = line.substring(0, colon);
                paths.put(name(path), path);
                // Those that are needed first stand last.
                dependencies.put(path, Stream.of(line.substring(colon + 1).strip().split("\\s+")).filter(word -> !word.isEmpty())
                        .toList());
            }
        }
        Map<String, byte[]> modules = new LinkedHashMap<>();
        for (String wanted : WANTED) {
            String path = paths.get(wanted.replace('-', '_'));
            if (path != null) {
                List<String> needed = dependencies.get(path);
                for (int i = needed.size() - 1; i >= 0; i--) {
                    add(root, needed.get(i), modules);
                }
                add(root, path, modules);
            }
        }
        return modules;
    }

    private Path root() throws BootException, IOException {
        for (Path candidate : List.of(folder, folder.resolve("lib/modules"))) {
            if (Files.exists(candidate.resolve(DEPENDENCIES))) {
                return candidate;
            }
            if (Files.isDirectory(candidate)) {
                try (Stream<Path> below = Files.list(candidate)) {
                    List<Path> found = below.filter(path -> Files.exists(path.resolve(DEPENDENCIES))).toList();
                    if (found.size() == 1) {
                        return found.get(0);
                    }
                }
            }
        }
        throw new BootException(folder + " holds no " + DEPENDENCIES + "; give the folder lib/modules/RELEASE that 'make"
                + " modules_install INSTALL_MOD_PATH=…' makes");
    }

    private void add(Path root, String path, Map<String, byte[]> modules) throws BootException, IOException {
        String file = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.(gz|xz|zst)$", "");
        if (!modules.containsKey(file)) {
            modules.put(file, content(root.resolve(path)));
        }
    }

    private byte[] content(Path file) throws BootException, IOException {
        String name = file.toString();
        if (name.endsWith(".gz")) {
            return new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file))).readAllBytes();
        }
        if (name.endsWith(".xz")) {
            return tools.bytes(List.of("xz", "-dc", name));
        }
        return name.endsWith(".zst") ? tools.bytes(List.of("zstd", "-dcq", name)) : Files.readAllBytes(file);
    }

    /** {@code vfio_pci} of {@code kernel/drivers/vfio/pci/vfio-pci.ko.xz}. */
    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.ko(\\.(gz|xz|zst))?$", "").replace('-', '_');
    }
}
