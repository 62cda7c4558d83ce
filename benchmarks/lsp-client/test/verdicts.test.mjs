import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PushedDiagnostics, reports } from '../src/verdicts.mjs';

const problem = (line, severity) => ({ severity, range: { start: { line, character: 0 }, end: { line, character: 5 } }, message: 'wrong' });
const broken = diagnostics => reports(diagnostics, 3);
const cured = diagnostics => !reports(diagnostics, 3);

/** What was taken for the diagnostics of version 2, of everything that was published. */
async function taken(holds, ...published) {
    const pushed = new PushedDiagnostics();
    let found = 'nothing';
    pushed.next(2, holds).then(diagnostics => { found = diagnostics; });
    published.forEach(params => pushed.published(params));
    await new Promise(setImmediate);
    return found;
}

test('a problem is reported on its line', () => assert.ok(reports([problem(3, 1)], 3)));
test('a problem on another line is another one', () => assert.ok(!reports([problem(4, 1)], 3)));
test('a hint is no problem', () => assert.ok(!reports([problem(3, 4)], 3)));
test('a problem without a severity is an error', () => assert.ok(reports([problem(3)], 3)));

test('diagnostics of an older version do not count, whatever they say', async () =>
    assert.equal(await taken(broken, { version: 1, diagnostics: [problem(3, 1)] }), 'nothing'));

test('diagnostics of the version that still look as before do not count', async () =>
    assert.equal(await taken(cured, { version: 2, diagnostics: [problem(3, 1)] }), 'nothing'));

test('diagnostics without a version count where they look as the edit leaves them', async () =>
    assert.deepEqual(await taken(cured, { diagnostics: [problem(3, 1)] }, { diagnostics: [problem(9, 1)] }), [problem(9, 1)]));

test('diagnostics of the version count', async () =>
    assert.deepEqual(await taken(broken, { version: 2, diagnostics: [problem(3, 1)] }), [problem(3, 1)]));

test('what nobody waits for is left', () => new PushedDiagnostics().published({ diagnostics: [] }));
