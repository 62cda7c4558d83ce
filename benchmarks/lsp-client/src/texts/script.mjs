/** A text under construction, and the places in it at which the benchmark will edit, type and hover. */
export class Script {
    #lines = [];
    edits = [];
    typing = [];
    hovers = [];

    get length() {
        return this.#lines.length;
    }

    add(...lines) {
        this.#lines.push(...lines);
    }

    /** A line in which replacing `fine` by `broken` makes a problem, and the way back cures it. */
    addEdited(line, fine, broken) {
        this.edits.push({ ...this.#place(line, fine), fine, broken });
        this.add(line);
    }

    /** A line in which somebody types `text` before `mark` and asks for completion. */
    addTyped(line, mark, text) {
        this.typing.push({ ...this.#place(line, mark), text });
        this.add(line);
    }

    /** A line in which somebody points at `word`. */
    addPointed(line, word) {
        this.hovers.push(this.#place(line, word));
        this.add(line);
    }

    /** The text, as long as asked for: what is missing are comments. */
    text(length, comment) {
        if (this.#lines.length > length) {
            throw new Error(`${this.#lines.length} lines, more than ${length}`);
        }
        const padding = Array.from({ length: length - this.#lines.length }, () => comment);
        return [...this.#lines, ...padding].join('\n');
    }

    #place(line, word) {
        const character = line.indexOf(word);
        if (character < 0) {
            throw new Error(`no '${word}' in '${line}'`);
        }
        return { line: this.#lines.length, character };
    }
}

/** Of a list at most `count`, spread over it evenly. */
export function spread(list, count) {
    return list.length <= count ? list : Array.from({ length: count }, (_, i) => list[Math.floor(i * list.length / count)]);
}
