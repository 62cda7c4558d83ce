package org.pcitopo.dsl.ide.drawing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.outcome.Seen;

/**
 * A place of a drawing. What is not known, or does not matter, is empty.
 *
 * @param host the machine's name
 * @param boot the boot's name
 * @param function an address, or the id of a host bridge
 * @param resource as the published JSON names it, such as {@code bar0}
 */
record Spot(String host, String boot, String function, String resource) {

    static Spot of(Seen.OfFunction seen) {
        return new Spot(seen.boot().id().host(), "", seen.function().address().toString(), "");
    }

    static Spot of(Seen.OfResource seen) {
        return new Spot(seen.boot().id().host(), "", seen.function().address().toString(), seen.name().jsonName());
    }

    static Spot of(DrawQuestion question) {
        return new Spot(question.text("host"), question.text("boot"), question.text("function"), question.text("resource"));
    }

    Spot in(BootView view) {
        return new Spot(view.id().host(), view.id().boot(), function, resource);
    }

    boolean isIn(BootView view) {
        return (host.isEmpty() || view.id().host().equals(host)) && (boot.isEmpty() || view.id().boot().equals(boot));
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("host", host);
        json.put("boot", boot);
        json.put("function", function);
        json.put("resource", resource);
        return json;
    }
}
