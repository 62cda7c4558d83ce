package org.pcitopo.capture.facts;

import java.util.List;
import org.pcitopo.capture.source.SourceKind;

/**
 * What one reader found in one source.
 *
 * @param kind what the source is
 * @param name the source's name
 * @param findings facts in the order of the source
 * @param answers what the kernel did, in the order of the source
 * @param remarks what the user should know of the source
 */
public record SourceFindings(SourceKind kind, String name, List<Finding> findings, List<Answer> answers, List<Remark> remarks) {

    public SourceFindings {
        findings = List.copyOf(findings);
        answers = List.copyOf(answers);
        remarks = List.copyOf(remarks);
    }
}
