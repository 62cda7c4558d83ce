package org.pcitopo.dsl.ide.server;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.inject.Injector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcitopo.dsl.ide.PcitopoIdeSetup;
import org.pcitopo.dsl.ide.diagnostics.PageLinks;
import org.pcitopo.dsl.ide.outcome.BootReference;
import org.pcitopo.dsl.ide.testkit.Samples;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Workspace;

/** Whatever may take long stops when nobody waits for it any more. */
class CancellationTest {

    private static final URI FILE = URI.createFileURI("/pcitopo-tests/cancelled.pcitopo");
    private static final Position DEVICE = new Position(11, 20);
    private static final Range ALL = new Range(new Position(0, 0), new Position(30, 0));

    /** Something that a request asks for. */
    private record Long(String name, Work work) {
        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    private interface Work {
        Object run(Features features, Snapshot snapshot, Runnable checkpoint);
    }

    static Stream<Long> features() {
        return Map.<String, Work>ofEntries(
                Map.entry("hover", (features, snapshot, checkpoint) -> features.hover().hover(snapshot, DEVICE, checkpoint)),
                Map.entry("code actions", (features, snapshot, checkpoint) -> features.actions().actions(snapshot, new Range(DEVICE, DEVICE),
                        new CodeActionContext(List.of()), checkpoint)),
                Map.entry("hints", (features, snapshot, checkpoint) -> features.hints().hints(snapshot, ALL, checkpoint)),
                Map.entry("lenses", (features, snapshot, checkpoint) -> features.lens().lenses(snapshot, checkpoint)),
                Map.entry("tokens", (features, snapshot, checkpoint) -> features.tokens().tokens(snapshot, Optional.empty(), checkpoint)),
                Map.entry("highlights", (features, snapshot, checkpoint) -> features.navigation().highlights(snapshot, DEVICE, checkpoint)),
                Map.entry("references", (features, snapshot, checkpoint) -> features.navigation().references(snapshot, DEVICE, true, checkpoint)),
                Map.entry("rename", (features, snapshot, checkpoint) -> features.rename().rename(snapshot, DEVICE, "c", checkpoint)),
                Map.entry("symbols", (features, snapshot, checkpoint) -> features.symbols().find("a", checkpoint)),
                Map.entry("compare", (features, snapshot, checkpoint) -> features.commands().execute("pcitopo.compare", snapshot,
                        new BootReference(FILE.toString(), "", ""), checkpoint)),
                Map.entry("renamed files", (features, snapshot, checkpoint) -> features.fileRenames().edits(
                        List.of(new FileRename(FILE.toString(), FILE + "2")), checkpoint))).entrySet().stream()
                .map(entry -> new Long(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("features")
    void endsWhereNobodyWaits(Long feature) {
        Injector language = new PcitopoIdeSetup().createInjectorAndDoEMFRegistration();
        Workspace workspace = new Workspace(language);
        Snapshot snapshot = workspace.change(FILE, 1, Samples.arm("device 01.0 a : ssd\ndevice 02.0 b : ssd",
                "command-line \"pci=resource_alignment=16@pci:144d:a808\"")).get(0);
        Features features = Features.of(language, workspace, new PageLinks(Optional.<Path>empty()), ClientFeatures.NONE);

        assertThrows(CancellationException.class, () -> snapshot.look(current -> feature.work().run(features, current, () -> {
            throw new CancellationException();
        })));
    }
}
