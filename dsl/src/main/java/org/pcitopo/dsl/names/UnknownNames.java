package org.pcitopo.dsl.names;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.Diagnostic;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.source.Spelling;

/** What to say of a name that means nothing: which kind of thing is missing, and which name may be meant. */
public final class UnknownNames extends LinkingDiagnosticMessageProvider {

    @Inject
    private IScopeProvider scopes;

    @Inject
    private IResourceScopeCache cache;

    @Override
    public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
        String name = context.getLinkText();
        if (skippedWords(context.getContext().eResource()).contains(name)) {
            return null; // the name may be declared in a statement with a syntax error, which is reported itself
        }
        if (isFunction(context) && !PcitopoScopeProvider.knowsHost(context.getContext())) {
            return null; // that the host is not known is reported itself
        }
        List<String> known = new ArrayList<>();
        for (IEObjectDescription candidate : scopes.getScope(context.getContext(), context.getReference()).getAllElements()) {
            known.add(candidate.getName().toString());
        }
        Optional<String> meant = Spelling.nearest(name, known);
        String message = "there is no " + kindOf(context.getReference()) + " named '" + name + "' here"
                + meant.map(nearest -> "; did you mean '" + nearest + "'?").orElse("");
        return new DiagnosticMessage(message, Severity.ERROR, Diagnostic.LINKING_DIAGNOSTIC, meant.stream().toArray(String[]::new));
    }

    private static boolean isFunction(ILinkingDiagnosticContext context) {
        return context.getReference() == ModelPackage.Literals.NAME_SELECTOR__TARGET;
    }

    private Set<String> skippedWords(Resource resource) {
        return cache.get(SkippedText.class, resource, () -> SkippedText.wordsOf(resource));
    }

    private static String kindOf(EReference reference) {
        if (reference == ModelPackage.Literals.NAME_SELECTOR__TARGET) {
            return "device, bridge or device type";
        }
        return switch (reference.getEReferenceType().getName()) {
            case "DeviceType" -> "device-type";
            default -> reference.getEReferenceType().getName().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
