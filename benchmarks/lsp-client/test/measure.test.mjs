import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { measure } from '../src/measure.mjs';

const SERVER = fileURLToPath(new URL('../fixtures/server.mjs', import.meta.url));

/** A server of words: each "bad" is a problem. `manner` says how it misbehaves. */
const server = manner => ({
    name: `words, ${manner}`,
    command: [process.execPath, SERVER, manner],
    extension: 'txt',
    languageId: 'words',
    text: () => ({
        text: 'good\ngood\n',
        edits: [0, 1].map(line => ({ line, character: 0, fine: 'good', broken: 'bad' })),
        typing: [{ line: 0, character: 4, text: '.' }],
        hovers: [{ line: 0, character: 0 }],
    }),
});

const run = (manner, offersPull = true) =>
    measure(server(manner), 3, { rounds: 4, warmUp: 2, offersPull, timeout: 1500, budget: 5000 });

test('a server that is asked for diagnostics is measured', async () => {
    const { diagnostics, edit, completion, hover } = await run('pull');
    assert.deepEqual([diagnostics, edit.samples, completion.samples, hover.samples], ['asked for', 4, 4, 4]);
});

test('a server that sends diagnostics, stale ones first, is measured', async () => {
    const { diagnostics, edit } = await run('push', false);
    assert.deepEqual([diagnostics, edit.samples], ['sent', 4]);
});

test('a server that answers with the diagnostics of the text before is found out', () =>
    assert.rejects(run('stale'), /are not those of the edited text/));

test('a server that never answers ends at the bound', async () =>
    assert.match((await run('silent')).stopped, /none within 2 s/));

test('a server that ends is told with its words', () =>
    assert.rejects(run('dead'), /the server ended before it answered initialize.*out of order/s));
