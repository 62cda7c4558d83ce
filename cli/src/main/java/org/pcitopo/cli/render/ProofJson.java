package org.pcitopo.cli.render;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.pcitopo.conformance.prove.Proof;
import org.pcitopo.conformance.prove.ProvenResource;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.topology.AddressRange;

/** A proof as published JSON, format {@code pcitopo-proof}. */
public final class ProofJson {

    private static final int VERSION = 1;

    private ProofJson() {
    }

    public static void write(PrintStream out, Proof proof) {
        Json.write(out, json -> json
                .text("format", "pcitopo-proof")
                .number("version", VERSION)
                .text("host", proof.wanted().topology().name())
                .text("boot", proof.wanted().boot().name())
                .text("machine", proof.machine().id())
                .text("qemu", proof.qemuVersion())
                .text("firmware", proof.machine().firmware())
                .text("kernel", proof.kernel())
                .flag("equal", proof.isEqual())
                .objects("remarks", proof.remarks(), (inner, remark) -> inner.text("text", remark))
                .objects("gaps", proof.gaps(), (inner, gap) -> inner
                        .text("where", gap.where()).flag("leftOut", gap.leftOut()).text("text", gap.text()))
                .objects("resources", proof.resources(), ProofJson::resource)
                .objects("stages", proof.stages(), (inner, stage) -> {
                    inner.text("what", stage.what());
                    ReplayJson.result(inner, stage.comparison());
                }));
    }

    private static void resource(Json json, ProvenResource resource) {
        AssignedResource wanted = resource.wanted();
        json.text("function", wanted.key().function().toString())
                .text("name", resource.name())
                .text("resource", wanted.key().name().jsonName())
                .text("type", wanted.type().widthName())
                .flag("prefetchable", wanted.type().prefetchable())
                .size("size", wanted.hardwareSize())
                .object("standIn", resource.standIn(), (inner, standIn) -> inner
                        .text("device", resource.model())
                        .text("function", standIn.key().function().toString())
                        .text("resource", standIn.key().name().jsonName())
                        .text("type", standIn.type().widthName())
                        .flag("prefetchable", standIn.type().prefetchable())
                        .size("size", standIn.hardwareSize())
                        .flag("exact", resource.exact())
                        .text("simulated", standIn.range().map(ProofJson::start))
                        .text("kernel", resource.kernel().map(ProofJson::start)))
                .text("place", id(resource.place()))
                .text("mapping", id(resource.mapping()));
    }

    private static String start(AddressRange range) {
        return Json.hex(range.start());
    }

    private static Optional<String> id(ProvenResource.Verdict verdict) {
        return verdict == ProvenResource.Verdict.NONE ? Optional.empty()
                : Optional.of(verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
