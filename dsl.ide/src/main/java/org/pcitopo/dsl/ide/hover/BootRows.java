package org.pcitopo.dsl.ide.hover;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.words.BootSummary;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.literals.Literals;

/** What comes of boots, one row for each kernel and page size. */
final class BootRows {

    private static final int MOST = 16;

    private BootRows() {
    }

    /** A row for each of {@code boots}; each begins with the boot's name where they are of several. */
    static void add(Markdown text, List<BootView> boots) {
        boolean named = boots.stream().map(BootRows::name).distinct().count() > 1;
        List<String> heads = List.of("Linux", "page size", "mappable BARs", "passed through", "evidence");
        text.table(named ? before("boot", heads) : heads, boots.stream().limit(MOST).map(boot -> {
            List<String> row = List.of(boot.id().kernel(), Literals.sizeText(boot.pageSize()), BootSummary.of(boot).words(),
                    BootSummary.ofPassthrough(boot).words(), boot.simulation().evidence().name().toLowerCase(Locale.ROOT));
            return named ? before(Markdown.code(name(boot)), row) : row;
        }).toList());
        if (boots.size() > MOST) {
            text.paragraph("... and " + (boots.size() - MOST) + " more.");
        }
    }

    private static String name(BootView boot) {
        return boot.name() + " of " + boot.id().host();
    }

    private static List<String> before(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }
}
