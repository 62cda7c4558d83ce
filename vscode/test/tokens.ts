/** Runs the grammar as VS Code does. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import type { IGrammar } from 'vscode-textmate';
import { INITIAL, Registry } from 'vscode-textmate';

/** The repository's folder; tests run in vscode. */
export const ROOT = path.resolve('..');

/** A piece of text with the scopes that the grammar gives it, the outermost left out. */
export interface Piece {
    readonly text: string;
    readonly line: number;
    readonly scopes: readonly string[];
}

export async function loadGrammar(): Promise<IGrammar> {
    const wasm = fs.readFileSync(path.resolve('node_modules/vscode-oniguruma/release/onig.wasm'));
    await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
    const registry = new Registry({
        onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
        loadGrammar: () => Promise.resolve(JSON.parse(fs.readFileSync('syntaxes/pcitopo.tmLanguage.json', 'utf8'))),
    });
    const grammar = await registry.loadGrammar('source.pcitopo');
    if (grammar === null) {
        throw new Error('no grammar');
    }
    return grammar;
}

export function tokenize(grammar: IGrammar, text: string): Piece[] {
    const pieces: Piece[] = [];
    let stack = INITIAL;
    text.split(/\r?\n/).forEach((line, index) => {
        const result = grammar.tokenizeLine(line, stack);
        stack = result.ruleStack;
        for (const token of result.tokens) {
            pieces.push({ text: line.slice(token.startIndex, token.endIndex), line: index + 1, scopes: token.scopes.slice(1) });
        }
    });
    return pieces;
}

/** The innermost scope of the only piece that is exactly `wanted`, without the language's name. */
export function scopeOf(pieces: readonly Piece[], wanted: string): string {
    const found = pieces.filter(piece => piece.text.trim() === wanted);
    const scopes = new Set(found.map(piece => (piece.scopes.at(-1) ?? 'none').replaceAll('.pcitopo', '')));
    return found.length === 0 ? `no token '${wanted}', but ${pieces.map(piece => `'${piece.text}'`).join(' ')}` : [...scopes].join(' or ');
}
