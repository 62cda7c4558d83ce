package org.pcitopo.dsl.problems.text;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Platform;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Mends;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/** A platform, device type or boot that extends itself, directly or through others. */
public final class ExtendsItself implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI007", "something extends itself");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        for (Element element : file.model().getElements()) {
            if (element instanceof Platform platform) {
                check(platform, Platform::getBase, ModelPackage.Literals.PLATFORM__BASE, report);
            } else if (element instanceof DeviceType type) {
                check(type, DeviceType::getBase, ModelPackage.Literals.DEVICE_TYPE__BASE, report);
            } else if (element instanceof Boot boot) {
                check(boot, Boot::getBase, ModelPackage.Literals.BOOT__BASE, report);
            }
        }
    }

    private static <T extends Element> void check(T element, UnaryOperator<T> base, EStructuralFeature feature, Report report) {
        Set<T> seen = new HashSet<>();
        Optional<T> next = Optional.ofNullable(base.apply(element));
        while (next.isPresent() && next.get() != element && seen.add(next.get())) {
            next = Optional.ofNullable(base.apply(next.get()));
        }
        if (next.isPresent() && next.get() == element) {
            boolean direct = seen.isEmpty();
            report.add(Finding.of(KIND, Regions.of(element, feature), "'" + element.getName() + "' extends itself"
                    + (direct ? "" : " through '" + base.apply(element).getName() + "'")
                    + ", so there is nothing to begin with; the extension is ignored")
                    .withHelp("remove 'extends' from one of them")
                    .withFix(extension(element, Regions.of(element, feature))));
        }
    }

    /** Takes the word {@code extends} away with the name behind it. */
    private static Optional<Fix> extension(Element element, TextRegion name) {
        int word = Mends.text(element).lastIndexOf("extends", name.offset());
        return word < 0 ? Optional.empty() : Mends.remove("remove 'extends'", element, new TextRegion(name.file(), word, name.end() - word));
    }
}
