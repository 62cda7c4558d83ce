package org.pcitopo.dsl.lowering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.Bridge;
import org.pcitopo.dsl.model.CommandLine;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Note;
import org.pcitopo.dsl.model.PassthroughList;
import org.pcitopo.dsl.model.Plug;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.model.Step;
import org.pcitopo.dsl.model.Unplug;
import org.pcitopo.dsl.names.BootChain;
import org.pcitopo.simulator.Assumption;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.Fact;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Topology;

/** Turns one boot as written into the boots to simulate. */
final class BootLowering {

    private final Host host;
    private final Optional<Boot> boot;
    private final List<Boot> chain;
    private final HostBridgeMemo bridges;
    private final Problems problems;

    private BootLowering(Host host, Optional<Boot> boot, HostBridgeMemo bridges, Problems problems) {
        this.host = host;
        this.boot = boot;
        this.bridges = bridges;
        this.chain = boot.map(BootChain::of).orElse(List.of());
        this.problems = problems;
    }

    /** The boots that {@code boot} stands for; none where its host is not known. */
    static List<LoweredBoot> lower(Boot boot, HostBridgeMemo bridges, Problems problems) {
        List<Boot> chain = BootChain.of(boot);
        Boot last = chain.get(chain.size() - 1);
        if (last.getBase() != null && !last.getBase().eIsProxy()) {
            problems.add(LoweringProblem.Kind.EXTENDS_ITSELF, boot, ModelPackage.Literals.BOOT__BASE,
                    "boot '" + boot.getName() + "' extends itself");
        }
        Optional<Host> host = chain.stream().map(Boot::getHost).filter(candidate -> candidate != null).findFirst();
        if (host.isEmpty()) {
            problems.add(LoweringProblem.Kind.NO_HOST, boot, ModelPackage.Literals.ELEMENT__NAME,
                    "boot '" + boot.getName() + "' has no host: write 'of HOST' behind its name");
        }
        boolean linked = host.isPresent() && !host.get().eIsProxy();
        return linked ? new BootLowering(host.get(), Optional.of(boot), bridges, problems).lower() : List.of();
    }

    /** The boot of a host that no boot is written for. */
    static List<LoweredBoot> lowerDefault(Host host, HostBridgeMemo bridges, Problems problems) {
        return new BootLowering(host, Optional.empty(), bridges, problems).lower();
    }

    private List<LoweredBoot> lower() {
        Origins origins = new Origins();
        SourceMap sources = new SourceMap();
        Settings settings = Settings.of(host, chain, problems);
        PlatformLowering platforms = new PlatformLowering(host, settings, problems, origins, sources);
        Platform platform = platforms.lower();
        HostVariant variant = variant();
        List<Numbering> numberings =
                variant.hostBridges().stream().map(hostBridge -> bridges.number(variant, hostBridge, problems)).toList();
        FunctionIndex index = new FunctionIndex(numberings, problems);
        HostSelections selections = HostSelections.of(host, inherited(PassthroughList.class), index);
        Topology topology = new HostLowering(variant, platform, bridges, selections, problems, origins, sources).lower();
        List<Assumption> assumptions = new ArrayList<>(platforms.assumptions());
        List<KernelRules> kernels = Kernels.of(settings, problems, origins, sources, assumptions);
        Optional<CommandLine> commandLine = lastOf(CommandLine.class);
        commandLine.ifPresent(statement -> {
            origins.add(FactNames.COMMAND_LINE, statement);
            sources.put(FactNames.COMMAND_LINE, statement);
        });
        notes(origins);
        List<BootStep> steps = Steps.lower(inherited(Step.class), index, problems);
        List<LoweredBoot> boots = new ArrayList<>();
        for (KernelRules rules : kernels) {
            for (long pageSize : platforms.pageSizes(platform.architecture())) {
                boots.add(new LoweredBoot(boot, host, topology, new org.pcitopo.simulator.Boot(
                        boot.map(Boot::getName).orElse("default"), rules, pageSize,
                        commandLine.map(CommandLine::getText).orElse(""), steps), commandLine, sources, origins.provenance(),
                        assumptions));
            }
        }
        return boots;
    }

    private void notes(Origins origins) {
        List<Statement> ofPlatform = new ArrayList<>(host.getMembers());
        Settings.platforms(host, problems).forEach(platform -> ofPlatform.addAll(platform.getSettings()));
        ofPlatform.stream().filter(Note.class::isInstance).map(Note.class::cast)
                .forEach(note -> origins.add(new Fact("platform", note.getAspect()), note));
        inherited(Note.class).forEach(note -> origins.add(new Fact("boot", note.getAspect()), note));
    }

    private HostVariant variant() {
        List<Plug> plugs = inherited(Plug.class);
        List<Unplug> unplugs = inherited(Unplug.class);
        if (plugs.isEmpty() && unplugs.isEmpty()) {
            return HostVariant.asWritten(host);
        }
        Map<Bridge, List<Function>> plugged = new IdentityHashMap<>();
        Set<Function> unplugged = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Plug plug : plugs) {
            HostVariant soFar = new HostVariant(host, plugged, Set.of());
            FunctionIndex index = new FunctionIndex(Numbering.of(soFar, new Problems()), problems);
            index.findOne(plug.getParent()).ifPresent(parent -> {
                if (parent instanceof Bridge bridge) {
                    plugged.computeIfAbsent(bridge, key -> new ArrayList<>()).add(plug.getFunction());
                } else {
                    problems.add(LoweringProblem.Kind.WRONG_FUNCTION, plug, ModelPackage.Literals.PLUG__PARENT,
                            "nothing can be plugged in below this: it is no bridge");
                }
            });
        }
        FunctionIndex index = new FunctionIndex(Numbering.of(new HostVariant(host, plugged, Set.of()), new Problems()), problems);
        unplugs.forEach(unplug -> unplugged.addAll(index.find(unplug.getFunction())));
        return new HostVariant(host, plugged, unplugged);
    }

    /** The members of {@code kind} of the boots that this one extends, the farthest first, and of this one. */
    private <T extends Statement> List<T> inherited(Class<T> kind) {
        List<T> members = new ArrayList<>();
        for (int i = chain.size() - 1; i >= 0; i--) {
            chain.get(i).getMembers().stream().filter(kind::isInstance).map(kind::cast).forEach(members::add);
        }
        return members;
    }

    private <T extends Statement> Optional<T> lastOf(Class<T> kind) {
        List<T> members = inherited(kind);
        return members.isEmpty() ? Optional.empty() : Optional.of(members.get(members.size() - 1));
    }
}
