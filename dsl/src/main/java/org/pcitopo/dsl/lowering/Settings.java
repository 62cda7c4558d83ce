package org.pcitopo.dsl.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.LinuxSetting;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Platform;
import org.pcitopo.dsl.model.RulesSetting;
import org.pcitopo.dsl.model.Statement;

/**
 * The settings that hold for a host or a boot, general first: those of the platforms that the host's platform extends, of the
 * platform, of the host, of the boots that the boot extends, and of the boot. The last word counts.
 */
final class Settings {

    private final List<List<Statement>> levels = new ArrayList<>();

    static Settings of(Host host, List<Boot> bootsNearestFirst, Problems problems) {
        Settings settings = new Settings();
        platforms(host, problems).forEach(platform -> settings.levels.add(platform.getSettings()));
        settings.levels.add(host.getMembers());
        for (int i = bootsNearestFirst.size() - 1; i >= 0; i--) {
            settings.levels.add(bootsNearestFirst.get(i).getMembers());
        }
        return settings;
    }

    /** The setting of {@code kind} that counts. */
    <T extends Statement> Optional<T> last(Class<T> kind) {
        List<T> all = all(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    <T extends Statement> List<T> all(Class<T> kind) {
        return levels.stream().flatMap(List::stream).filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The settings that tell the kernels to simulate: those of the nearest level that tells any. */
    List<Statement> kernels() {
        for (int i = levels.size() - 1; i >= 0; i--) {
            List<Statement> kernels = levels.get(i).stream()
                    .filter(setting -> setting instanceof LinuxSetting || setting instanceof RulesSetting).toList();
            if (!kernels.isEmpty()) {
                return kernels;
            }
        }
        return List.of();
    }

    /** The platform of {@code host} and what it extends, general first. */
    static List<Platform> platforms(Host host, Problems problems) {
        List<Platform> platforms = new ArrayList<>();
        Platform next = host.getPlatform();
        while (next != null && !next.eIsProxy()) {
            if (platforms.contains(next)) {
                problems.add(LoweringProblem.Kind.EXTENDS_ITSELF, next, ModelPackage.Literals.PLATFORM__BASE,
                        "platform '" + next.getName() + "' extends itself");
                break;
            }
            platforms.add(0, next);
            next = next.getBase();
        }
        return platforms;
    }
}
