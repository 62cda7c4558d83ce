// Processes that a run started, found and ended by their ids.
import { readFileSync, readdirSync } from 'node:fs';

/** Of a process that is there (not a zombie): its parent's id, when it started (ticks since boot), its command line. */
export function look(pid) {
    try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (fields[0] === 'Z') {
            return undefined;
        }
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return { pid, parent: Number(fields[1]), began: fields[19], command };
    } catch {
        return undefined;
    }
}

/** What a process started and what these started, still there. */
export function descendants(pid) {
    const all = readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(name => look(Number(name))).filter(Boolean);
    const found = [];
    const wanted = [pid];
    while (wanted.length > 0) {
        const parent = wanted.pop();
        for (const process of all) {
            if (process.parent === parent) {
                found.push(process);
                wanted.push(process.pid);
            }
        }
    }
    return found;
}

/** Those of the given processes that are still there; an id that was given to another process since does not count. */
export function remaining(processes) {
    return processes.filter(process => look(process.pid)?.began === process.began);
}

export function signal(process, name) {
    if (remaining([process]).length > 0) {
        try {
            globalThis.process.kill(process.pid, name);
        } catch {
            // It ended in between.
        }
    }
}

/** Ends a child and all that it started: politely, and after a bounded wait for good. Returns those that had to be killed. */
export async function end(child, patience = 20_000) {
    const all = [look(child.pid), ...descendants(child.pid)].filter(Boolean);
    for (const process of all.slice(0, 1)) {
        signal(process, 'SIGTERM');
    }
    await until(() => remaining(all).length === 0, patience);
    const stubborn = remaining(all);
    for (const process of stubborn) {
        signal(process, 'SIGKILL');
    }
    await until(() => remaining(all).length === 0, 5_000);
    return stubborn;
}

/** Looks at a state again and again until it holds; whether it did within the bound. */
export async function until(holds, bound) {
    const last = Date.now() + bound;
    for (;;) {
        const value = await holds();
        if (value) {
            return value;
        }
        if (Date.now() > last) {
            return undefined;
        }
        await new Promise(resolve => setTimeout(resolve, 50));
    }
}
