package org.pcitopo.dsl.problems.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.dsl.model.ArchitectureSetting;
import org.pcitopo.dsl.model.Bar;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.ClassCode;
import org.pcitopo.dsl.model.CommandLine;
import org.pcitopo.dsl.model.DefaultAlignmentSetting;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.Driver;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.Identity;
import org.pcitopo.dsl.model.IommuGroup;
import org.pcitopo.dsl.model.Ioda;
import org.pcitopo.dsl.model.MachineSetting;
import org.pcitopo.dsl.model.MsiX;
import org.pcitopo.dsl.model.PageSizeSetting;
import org.pcitopo.dsl.model.Platform;
import org.pcitopo.dsl.model.Rom;
import org.pcitopo.dsl.model.SrIov;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.model.VfBar;
import org.pcitopo.dsl.problems.rule.FileContext;

/** Statements that stand twice in one body although they can mean something only once. */
final class Repetitions {

    private Repetitions() {
    }

    /**
     * Two statements about the same.
     *
     * @param subject what they are about
     * @param before the one that has no effect
     * @param after the one that counts
     */
    record Repetition(String subject, Statement before, Statement after) {
    }

    /** All of {@code file}. */
    static List<Repetition> of(FileContext file) {
        List<Repetition> found = new ArrayList<>();
        file.all(Platform.class).forEach(platform -> collect(platform.getSettings(), found));
        file.all(DeviceType.class).forEach(type -> collect(type.getMembers(), found));
        file.all(Host.class).forEach(host -> collect(host.getMembers(), found));
        file.all(Boot.class).forEach(boot -> collect(boot.getMembers(), found));
        file.all(Function.class).forEach(function -> collect(function.getMembers(), found));
        file.all(SrIov.class).forEach(sriov -> collect(sriov.getMembers(), found));
        return found;
    }

    private static void collect(List<? extends Statement> statements, List<Repetition> found) {
        Map<String, Statement> last = new HashMap<>();
        for (Statement statement : statements) {
            subject(statement).ifPresent(subject -> {
                Statement before = last.put(subject, statement);
                if (before != null) {
                    found.add(new Repetition(subject, before, statement));
                }
            });
        }
    }

    /** What a statement is about, where it can be said only once in a body. */
    private static Optional<String> subject(Statement statement) {
        if (statement instanceof Bar bar) {
            return Optional.of(bar.getIndex() == null ? "register " + bar.getRegister() : "BAR " + bar.getIndex());
        }
        if (statement instanceof VfBar bar) {
            return Optional.of("VF BAR " + bar.getIndex());
        }
        boolean once = statement instanceof Rom || statement instanceof MsiX || statement instanceof SrIov
                || statement instanceof Identity || statement instanceof ClassCode || statement instanceof Driver
                || statement instanceof IommuGroup || statement instanceof Ioda || statement instanceof CommandLine
                || statement instanceof ArchitectureSetting || statement instanceof MachineSetting
                || statement instanceof PageSizeSetting || statement instanceof DefaultAlignmentSetting;
        return once ? Optional.of("'" + firstWord(statement) + "'") : Optional.empty();
    }

    private static String firstWord(Statement statement) {
        String name = statement.eClass().getName();
        return switch (name) {
            case "Rom" -> "ROM";
            case "MsiX" -> "msi-x";
            case "SrIov" -> "sr-iov";
            case "Identity" -> "id";
            case "ClassCode" -> "class";
            case "Driver" -> "driver";
            case "IommuGroup" -> "iommu-group";
            case "Ioda" -> "ioda";
            case "CommandLine" -> "command-line";
            case "ArchitectureSetting" -> "architecture";
            case "MachineSetting" -> "machine";
            case "PageSizeSetting" -> "page-size";
            default -> "default-alignment";
        };
    }
}
