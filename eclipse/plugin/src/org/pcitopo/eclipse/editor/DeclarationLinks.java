package org.pcitopo.eclipse.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.LocationLink;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.documents.OpenDocuments;
import org.pcitopo.eclipse.documents.Positions;
import org.pcitopo.eclipse.formatted.Place;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Services;

/** Where a name or address is declared, and where imports and the lines of logs lead: with Ctrl and a click, or F3. */
public final class DeclarationLinks extends AbstractHyperlinkDetector {

    private static final long PATIENCE = 5_000;

    @Override
    public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean several) {
        IDocument document = viewer.getDocument();
        List<IHyperlink> links = new ArrayList<>();
        Services.of(OpenDocuments.class).of(document).ifPresent(open -> {
            links.addAll(written(open, region));
            if (links.isEmpty()) {
                links.addAll(declarations(open, region));
            }
        });
        return links.isEmpty() ? null : several ? links.toArray(IHyperlink[]::new) : new IHyperlink[] {links.get(0)};
    }

    private static List<IHyperlink> declarations(OpenDocument open, IRegion region) {
        DefinitionParams params = new DefinitionParams(open.identifier(), Positions.of(open.document(), region.getOffset()));
        return Services.of(LanguageServerSession.class).ask(server -> server.getTextDocumentService().definition(params), PATIENCE)
                .filter(answer -> answer.isRight()).stream().flatMap(answer -> answer.getRight().stream()).map(link -> link(open, link)).toList();
    }

    private static IHyperlink link(OpenDocument open, LocationLink link) {
        return new PlaceLink(Positions.region(open.document(), link.getOriginSelectionRange()),
                new Place(link.getTargetUri(), Optional.of(link.getTargetSelectionRange())));
    }

    private static List<IHyperlink> written(OpenDocument open, IRegion region) {
        List<IHyperlink> links = new ArrayList<>();
        List<DocumentLink> all = Services.of(LanguageServerSession.class).ask(server -> server.getTextDocumentService()
                .documentLink(new DocumentLinkParams(open.identifier())), PATIENCE).orElse(List.of());
        for (DocumentLink link : all) {
            IRegion place = Positions.region(open.document(), link.getRange());
            if (link.getTarget() != null && place.getOffset() <= region.getOffset() && region.getOffset() <= place.getOffset() + place.getLength()) {
                links.add(new PlaceLink(place, Place.of(link.getTarget())));
            }
        }
        return links;
    }

    private record PlaceLink(IRegion region, Place place) implements IHyperlink {

        @Override
        public IRegion getHyperlinkRegion() {
            return region;
        }

        @Override
        public String getTypeLabel() {
            return null;
        }

        @Override
        public String getHyperlinkText() {
            return "Open " + place.name();
        }

        @Override
        public void open() {
            place.show();
        }
    }
}
