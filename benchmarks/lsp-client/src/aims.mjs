/** What was promised of pcitopo: which figure of which file may be how large. Times in milliseconds, memory in megabytes. */
const AIMS = [
    { what: 'process start to first diagnostics, median', lines: 100, step: 'start', most: 1200, of: result => result.p50 },
    { what: 'edit to diagnostics, p95', lines: 1000, step: 'session', most: 50, of: result => result.edit?.p95 },
    { what: 'edit to diagnostics, p95', lines: 10000, step: 'session', most: 250, of: result => result.edit?.p95 },
    { what: 'completion, p95', lines: 10000, step: 'session', most: 50, of: result => result.completion?.p95 },
    { what: 'hover, p95', lines: 10000, step: 'session', most: 50, of: result => result.hover?.p95 },
    { what: 'peak memory', lines: 10000, step: 'session', most: 400, of: result => result.memory?.peak },
];

/** Each aim beside what was measured; aims for what was not measured are left out. A figure that is missing misses its aim. */
export function judge({ starts, sessions }, names) {
    return AIMS.flatMap(aim => (aim.step === 'start' ? starts : sessions)
        .filter(result => result.lines === aim.lines && names.includes(result.subject))
        .map(result => {
            const measured = aim.of(result);
            return { subject: result.subject, lines: aim.lines, what: aim.what, aim: aim.most, measured, met: measured <= aim.most };
        }));
}
