package org.pcitopo.dsl.ide.words;

import java.util.List;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * A page and what lies in it, drawn with characters.
 *
 * <pre>
 * 64K page 0x8000000000
 * ████▒▒▒▒▒▒▒▒▒▒▒▒················
 *   0x8000000000   16K  nvme0 BAR 0  ◀
 *   0x8000004000   16K  nvme1 BAR 0
 * </pre>
 */
public final class PagePicture {

    private static final int CELLS = 32;
    private static final int MOST_LINES = 12;

    private PagePicture() {
    }

    /** The page in which {@code resource} begins, with what else lies there; empty text where it has no place. */
    public static String of(BootView boot, AssignedResource resource) {
        return resource.range().map(range -> draw(boot, resource, AddressRange.pageOf(range.start(), boot.pageSize()))).orElse("");
    }

    private static String draw(BootView boot, AssignedResource resource, AddressRange page) {
        List<AssignedResource> inPage = boot.inRange(resource, page);
        StringBuilder text = new StringBuilder();
        text.append(Literals.sizeText(boot.pageSize())).append(" page ").append(Literals.addressText(page.start())).append('\n');
        text.append(strip(resource, inPage, page)).append('\n');
        boolean seen = false;
        for (int i = 0; i < Math.min(inPage.size(), MOST_LINES); i++) {
            AssignedResource one = inPage.get(i);
            boolean self = one.key().equals(resource.key());
            seen |= self;
            text.append(line(boot, one)).append(self ? "  \u25c0" : "").append('\n');
        }
        if (inPage.size() > MOST_LINES) {
            text.append("  and ").append(inPage.size() - MOST_LINES).append(seen ? " more\n" : " more, this one among them\n");
        }
        return text.toString();
    }

    private static String line(BootView boot, AssignedResource one) {
        return String.format("  %-14s %5s  %s", Literals.addressText(one.range().orElseThrow().start()),
                Literals.sizeText(one.size()), boot.nameOf(one.key()));
    }

    private static String strip(AssignedResource resource, List<AssignedResource> inPage, AddressRange page) {
        long cell = Math.max(1, page.size() / CELLS);
        StringBuilder strip = new StringBuilder(CELLS);
        for (int i = 0; i < CELLS; i++) {
            long from = page.start() + i * cell;
            AddressRange part = new AddressRange(from, Unsigned.min(page.end(), from + cell - 1));
            strip.append(cell(resource, inPage, part));
        }
        return strip.toString();
    }

    private static char cell(AssignedResource resource, List<AssignedResource> inPage, AddressRange part) {
        if (resource.range().orElseThrow().overlaps(part)) {
            return '\u2588';
        }
        return inPage.stream().anyMatch(other -> other.range().orElseThrow().overlaps(part)) ? '\u2592' : '\u00b7';
    }
}
