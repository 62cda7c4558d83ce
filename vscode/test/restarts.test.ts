import * as assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Restarts } from '../src/restarts';

describe('a server that ends by itself', () => {
    it('is started again so many times and no more', () => {
        const restarts = new Restarts(3, 1000, () => 0);
        assert.deepEqual([restarts.next(), restarts.next(), restarts.next(), restarts.next()], [1, 2, 3, undefined]);
    });

    it('may end again later', () => {
        let now = 0;
        const restarts = new Restarts(1, 1000, () => now);
        restarts.next();
        now = 1000;
        assert.equal(restarts.next(), 1);
    });

    it('is forgiven when a person starts it', () => {
        const restarts = new Restarts(1, 1000, () => 0);
        restarts.next();
        restarts.reset();
        assert.equal(restarts.next(), 1);
    });
});
