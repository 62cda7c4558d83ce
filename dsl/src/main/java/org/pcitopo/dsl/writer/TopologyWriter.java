package org.pcitopo.dsl.writer;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.topology.Provenance;
import org.pcitopo.simulator.topology.Topology;

/**
 * Writes a topology and its boots as text of the language. What is written reads back as an equal topology, equal boots and
 * equal origins, except that names which are no names of the language are changed to the nearest that are, and that line ends in
 * texts become blanks.
 */
public final class TopologyWriter {

    /** The template indents with tabs, the language with four blanks. */
    private static final Pattern LEADING_TAB = Pattern.compile("\\G\t|(?<=\n)\t");

    private final Set<String> keywords;

    /** @param keywords the keywords of the language: {@link org.pcitopo.dsl.service.PcitopoLanguage#keywords} */
    public TopologyWriter(Set<String> keywords) {
        this.keywords = Set.copyOf(keywords);
    }

    /**
     * The text of a file.
     *
     * @param boots boots of this machine
     * @param provenance where facts come from; functions are looked up by address where every bus above them is numbered
     * @param comments lines to begin the file with, without comment marks
     */
    public String write(Topology topology, List<Boot> boots, Provenance provenance, List<String> comments) {
        CharSequence text = new FileTemplate(topology, boots, comments, new OriginText(provenance), new Words(keywords),
                new Words(keywords)).file();
        return LEADING_TAB.matcher(text).replaceAll("    ");
    }
}
