import * as assert from 'node:assert/strict';
import * as os from 'node:os';
import { describe, it } from 'node:test';
import type { Program } from '../src/program';
import { complaint, run } from '../src/run';

/** Node.js in the place of pcitopo. */
function program(script: string): Program {
    return { executable: process.execPath, args: ['-e', script], environment: process.env, java: undefined };
}

describe('a command', () => {
    it('reads what it is given and gives what it prints', async () => {
        const outcome = await run(program('process.stdin.pipe(process.stdout)'), { args: [], folder: os.tmpdir(), input: 'host a {}\n' });
        assert.deepEqual(outcome, { status: 0, out: 'host a {}\n', err: '' });
    });

    it('that does not read its input says how it ended', async () => {
        const outcome = await run(program('console.error("pcitopo: no such boot"); process.exit(2)'), { args: [], folder: os.tmpdir(), input: 'x'.repeat(1 << 20) });
        assert.deepEqual([outcome.status, complaint(outcome)], [2, 'no such boot']);
    });

    it('can be stopped', async () => {
        const abort = new AbortController();
        const running = run(program('setInterval(() => {}, 1000); console.log("x")'), { args: [], folder: os.tmpdir(), signal: abort.signal });
        abort.abort();
        await assert.rejects(running);
    });

    it('that is not there is missed by its name', async () => {
        await assert.rejects(run({ ...program(''), executable: '/nowhere/pcitopo' }, { args: [], folder: os.tmpdir() }), /\/nowhere\/pcitopo cannot be run/);
    });
});
