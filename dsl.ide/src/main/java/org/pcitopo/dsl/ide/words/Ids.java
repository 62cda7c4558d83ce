package org.pcitopo.dsl.ide.words;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pcitopo.simulator.topology.DeviceIds;

/** Vendor, device, subsystem and class ids in words. */
public final class Ids {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-fA-F]{4}:[0-9a-fA-F]{4}");

    private Ids() {
    }

    /** {@code 8086:0a54 Intel Corporation NVMe Datacenter SSD, Non-Volatile memory controller}; what is not known is left out. */
    public static String inWords(DeviceIds ids) {
        String text = ids.vendor() == 0 && ids.device() == 0 ? "" : inWords(ids.toString()).orElse(ids.toString());
        String kind = classInWords(ids.classCode()).map(name -> ", " + name).orElse("");
        return (text + subsystem(ids) + kind).replaceFirst("^, ", "");
    }

    private static String subsystem(DeviceIds ids) {
        if (ids.subsystemVendor() == 0) {
            return "";
        }
        PciIds list = PciIds.get();
        String name = list.subsystem(ids.vendor(), ids.device(), ids.subsystemVendor(), ids.subsystemDevice())
                .or(() -> list.vendor(ids.subsystemVendor())).map(words -> " " + words).orElse("");
        return String.format(" (subsystem %04x:%04x%s)", ids.subsystemVendor(), ids.subsystemDevice(), name);
    }

    /** As {@link #inWords(DeviceIds)} for {@code 8086:0a54}; empty where nothing is known of it. */
    public static Optional<String> inWords(String ids) {
        if (!SHAPE.matcher(ids).matches()) {
            return Optional.empty();
        }
        int vendor = Integer.parseInt(ids.substring(0, 4), 16);
        int device = Integer.parseInt(ids.substring(5), 16);
        return PciIds.get().vendor(vendor).map(name -> ids.toLowerCase(Locale.ROOT) + " " + name
                + PciIds.get().device(vendor, device).map(words -> " " + words).orElse(""));
    }

    /** Ids that begin with {@code word}, or whose vendor or device has it in its name: at most {@code most}, with their names. */
    public static Map<String, String> search(String word, int most) {
        return PciIds.get().search(word.toLowerCase(Locale.ROOT), most);
    }

    /** All class codes, {@code 0x010802}, with their names. */
    public static Map<String, String> classes() {
        return PciIds.get().allClasses();
    }

    /** What a class code of 24 bits says: {@code Non-Volatile memory controller (NVM Express)}. */
    public static Optional<String> classInWords(int code) {
        int base = code >>> 16 & 0xff;
        int sub = code >>> 8 & 0xff;
        return code == 0 ? Optional.empty() : PciIds.get().classOf(base, sub).map(name -> name
                + PciIds.get().programmingInterface(base, sub, code & 0xff).map(words -> " (" + words + ")").orElse(""));
    }
}
