package org.pcitopo.dsl.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextSyntaxDiagnostic;
import org.pcitopo.dsl.model.Import;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.PcitopoFile;
import org.pcitopo.dsl.names.Imports;
import org.pcitopo.dsl.parser.Mend;
import org.pcitopo.dsl.service.DocumentError.Change;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/** Collects the errors of a resource: those of the parser, of the linker, and imports that lead nowhere. */
final class DocumentErrors {

    private DocumentErrors() {
    }

    /** @param resource with all names resolved */
    static List<DocumentError> of(XtextResource resource, PcitopoFile model) {
        List<DocumentError> errors = new ArrayList<>();
        for (Resource.Diagnostic diagnostic : resource.getErrors()) {
            if (diagnostic instanceof AbstractDiagnostic placed) {
                TextRegion region = new TextRegion(resource.getURI().toString(), placed.getOffset(), placed.getLength());
                boolean syntax = diagnostic instanceof XtextSyntaxDiagnostic;
                errors.add(new DocumentError(syntax ? DocumentError.Kind.SYNTAX : DocumentError.Kind.UNKNOWN_NAME, region, diagnostic.getMessage(),
                        syntax ? mends(placed, region) : names(placed, region)));
            }
        }
        model.getImports().forEach(statement -> importError(statement).ifPresent(errors::add));
        errors.sort(Comparator.comparingInt(error -> error.region().offset()));
        return errors;
    }

    private static List<Change> mends(AbstractDiagnostic diagnostic, TextRegion error) {
        return Mend.read(diagnostic.getData()).map(mend -> new Change(mend.title(),
                new TextRegion(error.file(), error.offset() + mend.offset(), mend.length()), mend.text())).stream().toList();
    }

    private static List<Change> names(AbstractDiagnostic diagnostic, TextRegion error) {
        return diagnostic.getData() == null ? List.of() : Stream.of(diagnostic.getData()).map(name -> new Change("write " + name, error, name)).toList();
    }

    private static Optional<DocumentError> importError(Import statement) {
        String name = "'" + statement.getImportURI() + "'";
        Optional<String> message = switch (Imports.resolve(statement).outcome()) {
            case FOUND -> Optional.empty();
            case MISSING -> Optional.of("there is no file " + name);
            case OUTSIDE -> Optional.of(name + " lies outside the folder given; nothing is read from there");
            case INVALID -> Optional.of(name + " is no file name");
        };
        return message.map(text -> new DocumentError(DocumentError.Kind.IMPORT,
                Regions.of(statement, ModelPackage.Literals.IMPORT__IMPORT_URI), text, List.of()));
    }
}
