package org.pcitopo.dsl.ide.action;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.model.Device;
import org.pcitopo.dsl.source.Regions;

/** Makes a device type of what a device says, or lets a device say what its type says. What is meant stays the same. */
final class TypeOffers implements OfferParticipant {

    private final Set<String> keywords;

    /** @param keywords the words of the language, which are no names */
    TypeOffers(Set<String> keywords) {
        this.keywords = Set.copyOf(keywords);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CodeActionKind.RefactorExtract, CodeActionKind.RefactorInline);
    }

    @Override
    public List<Offer> offers(Place place) {
        Optional<Device> device = place.found().map(Found::subject).flatMap(TypeOffers::device)
                .filter(found -> Regions.of(found).file().equals(place.snapshot().file().toString()));
        if (device.isEmpty()) {
            return List.of();
        }
        boolean typed = device.get().getType() != null && !device.get().getType().eIsProxy();
        return (typed ? InlinedType.offer(place, device.get()) : ExtractedType.offer(place, device.get(), keywords)).stream().toList();
    }

    private static Optional<Device> device(Subject subject) {
        EObject element = subject instanceof Subject.Named named ? named.element()
                : subject instanceof Subject.Resource resource ? resource.statement() : null;
        return Optional.ofNullable(element).map(found -> EcoreUtil2.getContainerOfType(found, Device.class));
    }
}
