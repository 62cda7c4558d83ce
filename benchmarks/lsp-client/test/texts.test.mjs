import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PCITOPO, PEERS } from '../src/subjects.mjs';

for (const subject of [...PCITOPO, ...PEERS]) {
    for (const length of [100, 1000]) {
        test(`${subject.name}: ${length} lines are ${length} lines`, () =>
            assert.equal(subject.text(length).text.split('\n').length, length));

        test(`${subject.name}: every edit of ${length} lines replaces what is there`, () => {
            const { text, edits } = subject.text(length);
            const lines = text.split('\n');
            assert.ok(edits.length >= length / 50, `${edits.length} edits`);
            edits.forEach(({ line, character, fine }) => assert.ok(lines[line].startsWith(fine, character), lines[line]));
        });

        test(`${subject.name}: ${length} lines have places to type and to point at, and are the same every time`, () => {
            const first = subject.text(length);
            assert.ok(first.typing.length > 0 && first.hovers.length > 0);
            assert.deepEqual(subject.text(length), first);
        });
    }
}

test('JSON is JSON', () => assert.ok(JSON.parse(PEERS[0].text(1000).text).hosts.length > 0));
