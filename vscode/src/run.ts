/** Runs pcitopo as a command. Knows nothing of VS Code. */
import { spawn } from 'node:child_process';
import type { Program } from './program';

/** How it ended and what it printed. */
export interface Outcome {
    readonly status: number;
    readonly out: string;
    readonly err: string;
}

export interface Invocation {
    readonly args: readonly string[];
    /** The folder to run in. */
    readonly folder: string;
    /** What it reads on standard input; nothing where undefined. */
    readonly input?: string | undefined;
    /** Ends it. */
    readonly signal?: AbortSignal | undefined;
}

/** @throws Error where it cannot be started, or `signal` ended it */
export function run(program: Program, invocation: Invocation): Promise<Outcome> {
    return new Promise((resolve, reject) => {
        const child = spawn(program.executable, [...program.args, ...invocation.args], {
            cwd: invocation.folder,
            env: program.environment,
            stdio: 'pipe',
            windowsHide: true,
            ...invocation.signal === undefined ? {} : { signal: invocation.signal },
        });
        const out: Buffer[] = [];
        const err: Buffer[] = [];
        child.stdout.on('data', (piece: Buffer) => out.push(piece));
        child.stderr.on('data', (piece: Buffer) => err.push(piece));
        child.on('error', problem => reject(new Error(`${program.executable} cannot be run: ${problem.message}`)));
        child.on('close', (status, signal) => signal === null
            ? resolve({ status: status ?? 3, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') })
            : reject(new Error(`pcitopo was ended by ${signal}`)));
        // It may end without having read all; how it ended says more than the broken pipe.
        child.stdin.on('error', () => undefined);
        child.stdin.end(invocation.input ?? '');
    });
}

/** What it has to say of a failure, in one or a few lines. */
export function complaint(outcome: Outcome): string {
    const text = outcome.err.trim().replace(/^pcitopo: /gm, '');
    return text === '' ? `pcitopo ended with status ${outcome.status} and said nothing` : text;
}
