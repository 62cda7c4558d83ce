import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { frame, Unframer } from './framing.mjs';

/** Thrown where a server does not answer within the bound of a step. */
export class NoAnswer extends Error {
}

/** Thrown where a server answers with an error. */
export class Refused extends Error {
    constructor(method, error) {
        super(`${method}: ${error.message}`);
        this.code = error.code;
    }
}

/** A language server in a process of its own, spoken to over its standard input and output. */
export class ServerProcess {
    #child;
    #next = 1;
    #pending = new Map();
    #listeners = new Map();
    #answers;
    #unframer = new Unframer();
    #complaints = '';
    #ended;

    /** Starts `command`; `answers` maps methods that the server may ask the client to functions that answer them. */
    constructor(command, answers) {
        this.started = performance.now();
        this.#answers = answers;
        this.#child = spawn(command[0], command.slice(1), { stdio: ['pipe', 'pipe', 'pipe'] });
        this.#child.stdout.on('data', piece => this.#unframer.push(piece).forEach(message => this.#take(message)));
        this.#child.stderr.on('data', piece => { this.#complaints = (this.#complaints + piece).slice(-4000); });
        this.#child.stdin.on('error', () => { });
        this.#ended = new Promise(resolve => this.#child.on('exit', resolve).on('error', resolve));
        this.#ended.then(() => this.#pending.forEach(({ reject, method }) =>
            reject(new Error(`the server ended before it answered ${method}; it said: ${this.#complaints}`))));
    }

    /** Calls `listener` with the parameters of each notification of that method. */
    on(method, listener) {
        this.#listeners.set(method, listener);
    }

    notify(method, params) {
        this.#send({ jsonrpc: '2.0', method, params });
    }

    /** The server's answer; fails with `NoAnswer` after `milliseconds`. */
    request(method, params, milliseconds) {
        const id = this.#next++;
        const answer = new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject, method }));
        this.#send({ jsonrpc: '2.0', id, method, params });
        return within(answer, milliseconds, method).finally(() => this.#pending.delete(id));
    }

    /** Processor time of the whole server since its start, in milliseconds. Its resolution is that of the kernel's clock tick, 10 ms. */
    cpu() {
        const fields = readFileSync(`/proc/${this.#child.pid}/stat`, 'ascii').replace(/^.*\) /, '').split(' ');
        return (Number(fields[11]) + Number(fields[12])) * 10;
    }

    /** What the kernel counts as in memory, now and at most, in megabytes (10^6 bytes). */
    memory() {
        const status = readFileSync(`/proc/${this.#child.pid}/status`, 'ascii');
        const megabytes = name => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)[1]) * 1024 / 1e6;
        return { resident: megabytes('VmRSS'), peak: megabytes('VmHWM') };
    }

    /** Ends the process, politely where it listens. */
    async stop() {
        try {
            await this.request('shutdown', undefined, 2000);
            this.notify('exit', undefined);
            await within(this.#ended, 2000, 'exit');
        } catch {
            this.#child.kill('SIGKILL');
        }
    }

    #send(message) {
        this.#child.stdin.write(frame(message));
    }

    #take(message) {
        if (message.method === undefined) {
            const pending = this.#pending.get(message.id);
            if (pending && message.error) {
                pending.reject(new Refused(pending.method, message.error));
            } else if (pending) {
                pending.resolve(message.result);
            }
        } else if (message.id === undefined) {
            this.#listeners.get(message.method)?.(message.params);
        } else {
            this.#send({ jsonrpc: '2.0', id: message.id, result: this.#answers[message.method]?.(message.params) ?? null });
        }
    }
}

/** `promise`, or `NoAnswer` after `milliseconds`. */
export function within(promise, milliseconds, what) {
    let timer;
    const bound = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new NoAnswer(`${what}: none within ${Math.ceil(milliseconds / 1000)} s`)), milliseconds);
    });
    return Promise.race([promise, bound]).finally(() => clearTimeout(timer));
}
