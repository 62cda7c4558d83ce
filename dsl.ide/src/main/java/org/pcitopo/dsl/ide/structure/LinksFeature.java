package org.pcitopo.dsl.ide.structure;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Workspace;
import org.pcitopo.dsl.model.Import;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Source;
import org.pcitopo.dsl.names.Imports;
import org.pcitopo.dsl.source.Regions;

/** Imports lead to the files that they name, and facts to the line of the log that they were read from. */
public final class LinksFeature {

    private static final int FOLDERS_UP = 5;

    private final Workspace workspace;

    public LinksFeature(Workspace workspace) {
        this.workspace = workspace;
    }

    /** @param checkpoint called now and then; what it throws ends the work */
    public List<DocumentLink> links(Snapshot snapshot, Runnable checkpoint) {
        List<DocumentLink> links = new ArrayList<>();
        snapshot.document().model().getImports().stream()
                .filter(statement -> Imports.resolve(statement).outcome() == Imports.Outcome.FOUND)
                .forEach(statement -> links.add(link(snapshot, statement)));
        Map<String, Optional<Path>> known = new HashMap<>();
        for (Source source : EcoreUtil2.getAllContentsOfType(snapshot.document().model(), Source.class)) {
            checkpoint.run();
            known.computeIfAbsent(source.getFile(), name -> find(snapshot.file(), name))
                    .ifPresent(path -> links.add(link(snapshot, source, path)));
        }
        return links;
    }

    private DocumentLink link(Snapshot snapshot, Import statement) {
        String target = Imports.resolve(statement).uri().orElseThrow().toString();
        return new DocumentLink(snapshot.lines().range(Regions.of(statement, ModelPackage.Literals.IMPORT__IMPORT_URI)),
                workspace.uris().written(target));
    }

    private static DocumentLink link(Snapshot snapshot, Source source, Path path) {
        String line = source.getLine() == null ? "" : "#L" + source.getLine();
        DocumentLink link = new DocumentLink(snapshot.lines().range(Regions.of(source, ModelPackage.Literals.SOURCE__FILE)),
                path.toUri() + line);
        link.setTooltip("where this was read");
        return link;
    }

    /** The file {@code name} beside {@code file}, or beside one of the folders above it, where an import may have been started. */
    private static Optional<Path> find(URI file, String name) {
        if (!file.isFile() || name == null || name.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path relative = Path.of(name).normalize();
            boolean inside = !relative.isAbsolute() && !relative.startsWith("..");
            Path folder = !inside ? null : Path.of(file.toFileString()).getParent();
            for (int up = 0; folder != null && up < FOLDERS_UP; up++, folder = folder.getParent()) {
                Path candidate = folder.resolve(name);
                if (Files.isRegularFile(candidate)) {
                    return Optional.of(candidate);
                }
            }
        } catch (InvalidPathException noPath) {
            // What is no path here was written elsewhere.
        }
        return Optional.empty();
    }
}
