/** How often a server that ends by itself is started again. */
export class Restarts {
    private ends: number[] = [];

    /**
     * @param most so many times
     * @param within in so many milliseconds
     * @param now the clock, in milliseconds
     */
    constructor(readonly most: number, private readonly within: number, private readonly now: () => number) {
    }

    /** The server has ended: which restart this would be, counted from 1; undefined where it was too often. */
    next(): number | undefined {
        const time = this.now();
        this.ends = this.ends.filter(end => time - end < this.within);
        if (this.ends.length >= this.most) {
            return undefined;
        }
        this.ends.push(time);
        return this.ends.length;
    }

    /** A person starts it: all is forgotten. */
    reset(): void {
        this.ends = [];
    }
}
