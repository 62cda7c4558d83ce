/**
 * The smallest sample that at least `percent` of all samples do not exceed (nearest rank).
 * Undefined where there is no sample.
 */
export function percentile(samples, percent) {
    const sorted = [...samples].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(sorted.length * percent / 100) - 1)];
}

/** What the report tells of a row of measured times, in milliseconds. */
export function summary(samples) {
    return { samples: samples.length, p50: percentile(samples, 50), p95: percentile(samples, 95) };
}
