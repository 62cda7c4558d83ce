// Assertions with words of their own.
export function holds(condition, why) {
    if (!condition) {
        throw new Error(why);
    }
}

export function contains(text, ...pieces) {
    for (const piece of pieces) {
        const found = piece instanceof RegExp ? piece.test(text) : text.includes(piece);
        holds(found, `${piece} is not in:\n${text}`);
    }
}

export function lacks(text, ...pieces) {
    for (const piece of pieces) {
        holds(!text.includes(piece), `"${piece}" is still in:\n${text}`);
    }
}
