package org.pcitopo.dsl.problems;

/**
 * A sort of problem. Its page is {@code docs/problems/CODE.md}.
 *
 * @param code stable, {@code PCI} and three digits
 * @param severity how bad it usually is
 * @param summary what is wrong, one line without a full stop
 */
public record ProblemKind(String code, Severity severity, String summary) {

    /** @throws IllegalArgumentException where {@code code} is no code */
    public ProblemKind {
        if (!code.matches("PCI\\d{3}")) {
            throw new IllegalArgumentException("no problem code: " + code);
        }
    }

    public static ProblemKind error(String code, String summary) {
        return new ProblemKind(code, Severity.ERROR, summary);
    }

    public static ProblemKind warning(String code, String summary) {
        return new ProblemKind(code, Severity.WARNING, summary);
    }

    public static ProblemKind info(String code, String summary) {
        return new ProblemKind(code, Severity.INFO, summary);
    }
}
