package org.pcitopo.dsl.ide.hover;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.resource.Resource;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.Import;
import org.pcitopo.dsl.model.PcitopoFile;
import org.pcitopo.dsl.names.Imports;

/** An import: the names that it brings in. */
final class ImportHover implements HoverParticipant {

    private static final int MOST = 20;

    @Override
    public Optional<Markdown> hover(Snapshot snapshot, Found found) {
        if (!(found.subject() instanceof Subject.ImportText text)) {
            return Optional.empty();
        }
        return file(text.statement()).map(file -> {
            List<Element> named = file.getElements().stream().filter(element -> element.getName() != null).toList();
            Markdown words = new Markdown().paragraph("**import** " + Markdown.code(text.statement().getImportURI())
                    + (named.isEmpty() ? ": nothing in it has a name." : " brings in:"));
            words.list(named.stream().limit(MOST).map(ImportHover::line).toList());
            return named.size() > MOST ? words.paragraph("... and " + (named.size() - MOST) + " more.") : words;
        });
    }

    private static Optional<PcitopoFile> file(Import statement) {
        Optional<Resource> resource = Imports.resolve(statement).uri().map(uri -> statement.eResource().getResourceSet().getResource(uri, false));
        return resource.flatMap(read -> read.getContents().stream().filter(PcitopoFile.class::isInstance).map(PcitopoFile.class::cast).findFirst());
    }

    private static String line(Element element) {
        String label = element.getLabel() == null ? "" : ", " + Markdown.plain(element.getLabel());
        return HoverText.keyword(element) + " " + Markdown.code(element.getName()) + label;
    }
}
