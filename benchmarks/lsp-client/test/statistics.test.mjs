import assert from 'node:assert/strict';
import { test } from 'node:test';
import { percentile, summary } from '../src/statistics.mjs';

const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);

test('the median of a hundred is the fiftieth', () => assert.equal(percentile(hundred, 50), 50));
test('the 95th percentile of a hundred is the 95th', () => assert.equal(percentile(hundred, 95), 95));
test('the 95th percentile of fifty leaves two out', () => assert.equal(percentile(hundred.slice(50), 95), 48));
test('every percentile of one sample is that sample', () => assert.equal(percentile([7], 95), 7));
test('numbers are ordered as numbers', () => assert.equal(percentile([9, 10, 100], 50), 10));
test('no samples have no percentile', () => assert.deepEqual(summary([]), { samples: 0, p50: undefined, p95: undefined }));
