import * as assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bootAt, mappedOf, worstOf } from '../src/lenses';

const LENSES = [
    { line: 34, title: '0 of 4 BARs mapped' }, { line: 34, title: 'all 24 expectations hold' }, { line: 34, title: 'compare' },
    { line: 44, title: '4 of 4 BARs mapped' },
    { line: 50, title: '3 of 3 BARs mapped (6.1, 6.12), 2 of 3 BARs mapped (6.18)' },
    { line: 60, title: 'no memory BARs' },
];

describe('code lenses', () => {
    it('tell how many BARs of each boot are mapped, of the worst kernel', () => {
        assert.deepEqual(mappedOf(LENSES).map(boot => `${boot.line}: ${boot.mapped}/${boot.all}`), ['34: 0/4', '44: 4/4', '50: 2/3']);
    });

    it('the boot at the cursor is the last above it', () => {
        assert.equal(bootAt(mappedOf(LENSES), 47)?.line, 44);
    });

    it('there is none above the first', () => assert.equal(bootAt(mappedOf(LENSES), 3), undefined));

    it('the worst boot is the one in which most is not mapped', () => assert.equal(worstOf(mappedOf(LENSES))?.line, 34));

    it('a file without boots has none', () => assert.equal(worstOf([]), undefined));
});
