package org.pcitopo.dsl.ide.words;

import java.util.Optional;
import org.pcitopo.simulator.topology.DeviceIds;

/** Vendor, device and class ids in words. */
public final class Ids {

    private Ids() {
    }

    /** {@code 8086:0a54 Intel Corporation NVMe Datacenter SSD, class 01:08:02}; what is not known is left out. */
    public static String inWords(DeviceIds ids) {
        String text = ids.vendor() == 0 && ids.device() == 0 ? "" : inWords(ids.toString()).orElse(ids.toString());
        String subsystem = ids.subsystemVendor() == 0 ? ""
                : String.format(" (subsystem %04x:%04x)", ids.subsystemVendor(), ids.subsystemDevice());
        String kind = PciIds.classOf(ids.classCode() >>> 16 & 0xff, ids.classCode() >>> 8 & 0xff).map(name -> ", " + name).orElse("");
        return (text + subsystem + kind).replaceFirst("^, ", "");
    }

    /** As {@link #inWords(DeviceIds)} for {@code 8086:0a54}; empty where nothing is known of it. */
    public static Optional<String> inWords(String ids) {
        if (!ids.matches("[0-9a-fA-F]{4}:[0-9a-fA-F]{4}")) {
            return Optional.empty();
        }
        int vendor = Integer.parseInt(ids.substring(0, 4), 16);
        int device = Integer.parseInt(ids.substring(5), 16);
        return PciIds.vendor(vendor).map(name -> ids.toLowerCase(java.util.Locale.ROOT) + " " + name
                + PciIds.device(vendor, device).map(words -> " " + words).orElse(""));
    }
}
