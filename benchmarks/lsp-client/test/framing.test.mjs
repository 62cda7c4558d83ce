import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frame, Unframer } from '../src/framing.mjs';

const HELLO = { jsonrpc: '2.0', method: 'hello', params: { text: 'größer 🙂' } };
const BYE = { jsonrpc: '2.0', method: 'bye' };

test('the length counts bytes', () => {
    const [head, body] = frame(HELLO).toString('utf8').split('\r\n\r\n');
    assert.equal(head, `Content-Length: ${Buffer.byteLength(body)}`);
});

test('a message may arrive byte by byte', () => {
    const unframer = new Unframer();
    const messages = [...frame(HELLO)].flatMap(byte => unframer.push(Buffer.from([byte])));
    assert.deepEqual(messages, [HELLO]);
});

test('several messages may arrive at once, the last in part', () => {
    const unframer = new Unframer();
    const bytes = Buffer.concat([frame(HELLO), frame(BYE), frame(HELLO)]);
    assert.deepEqual(unframer.push(bytes.subarray(0, bytes.length - 3)), [HELLO, BYE]);
    assert.deepEqual(unframer.push(bytes.subarray(bytes.length - 3)), [HELLO]);
});

test('other headers do not matter', () => {
    const body = JSON.stringify(BYE);
    const bytes = Buffer.from(`Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    assert.deepEqual(new Unframer().push(bytes), [BYE]);
});

test('a message without a length is an error', () =>
    assert.throws(() => new Unframer().push(Buffer.from('hello\r\n\r\n{}')), /without a length/));
