/** What the server's code lenses say of a file. Knows nothing of VS Code. */

/** A lens: the line that it is above, and its words. */
export interface Lens {
    readonly line: number;
    readonly title: string;
}

/** How many memory BARs of a boot are mapped. */
export interface Mapped {
    readonly line: number;
    readonly mapped: number;
    readonly all: number;
    /** As the server put it. */
    readonly words: string;
}

/** The boots of a file in the order written; where kernels differ in a boot, the worst. */
export function mappedOf(lenses: readonly Lens[]): Mapped[] {
    return lenses.flatMap(lens => {
        const counts = [...lens.title.matchAll(/([0-9]+) of ([0-9]+) BARs? mapped/g)]
            .map(match => ({ line: lens.line, mapped: Number(match[1]), all: Number(match[2]), words: lens.title }));
        const worst = worstOf(counts);
        return worst === undefined ? [] : [worst];
    });
}

/** The boot in which most BARs are not mapped; the first of these. */
export function worstOf(boots: readonly Mapped[]): Mapped | undefined {
    return boots.reduce<Mapped | undefined>((worst, boot) =>
        worst === undefined || boot.all - boot.mapped > worst.all - worst.mapped ? boot : worst, undefined);
}

/** The boot that the cursor is in: the last that begins at or above it. Undefined above the first. */
export function bootAt(boots: readonly Mapped[], line: number): Mapped | undefined {
    return boots.filter(boot => boot.line <= line).at(-1);
}
