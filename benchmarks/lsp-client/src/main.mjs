import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { judge } from './aims.mjs';
import { measure, measureStart } from './measure.mjs';
import { markdown } from './report.mjs';
import { PCITOPO, PEERS } from './subjects.mjs';

const USAGE = `usage: benchmarks/lsp [OPTION...]

  --sizes 100,1000,10000,50000   lines of the files
  --rounds 50                    measured rounds of each step
  --warm-up 20                   rounds before them
  --starts 10                    how often each server is started
  --timeout 100                  seconds that a server may take for one answer
  --budget 120                   seconds that one step may take; it ends with the rounds that it has done
  --push                         be an editor that cannot ask for diagnostics
  --only TEXT                    measure servers whose name contains this
  --no-peers                     measure pcitopo alone; nothing is installed
  --check                        exit with status 1 where an aim is missed
  --json FILE                    write all figures to this file as well`;

function options() {
    try {
        const { values } = parseArgs({
            options: {
                sizes: { type: 'string', default: '100,1000,10000,50000' },
                rounds: { type: 'string', default: '50' },
                'warm-up': { type: 'string', default: '20' },
                starts: { type: 'string', default: '10' },
                timeout: { type: 'string', default: '100' },
                budget: { type: 'string', default: '120' },
                push: { type: 'boolean', default: false },
                only: { type: 'string', default: '' },
                'no-peers': { type: 'boolean', default: false },
                check: { type: 'boolean', default: false },
                json: { type: 'string' },
                help: { type: 'boolean', default: false },
            },
        });
        if (values.help) {
            console.log(USAGE);
            process.exit(0);
        }
        return {
            ...values,
            sizes: values.sizes.split(',').map(count),
            rounds: count(values.rounds),
            warmUp: count(values['warm-up']),
            starts: count(values.starts),
            timeout: count(values.timeout) * 1000,
            budget: count(values.budget) * 1000,
            offersPull: !values.push,
        };
    } catch (failure) {
        console.error(`benchmarks/lsp: ${failure.message}\n${USAGE}`);
        process.exit(2);
    }
}

function count(text) {
    if (!/^[1-9][0-9]*$/.test(text)) {
        throw new Error(`'${text}' is not a positive number`);
    }
    return Number(text);
}

function javaVersion() {
    const version = execFileSync('sh', ['-c', '"$(cat cli/target/dist/java)/bin/java" -version 2>&1'], { encoding: 'utf8' });
    return version.split('\n')[1];
}

const chosen = options();
const subjects = [...PCITOPO, ...(chosen['no-peers'] ? [] : PEERS)].filter(({ name }) => name.includes(chosen.only));
const smallest = Math.min(...chosen.sizes);
const machine = {
    date: new Date().toISOString().slice(0, 10),
    processors: availableParallelism(),
    loadBefore: loadavg()[0],
    node: process.versions.node,
    java: javaVersion(),
};
const say = text => console.error(text);
const starts = [];
const sessions = [];
// Half an hour is long: who interrupts gets what was measured until then.
for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => finish(2));
}
for (const subject of subjects) {
    say(`${subject.name}: ${chosen.starts} starts`);
    starts.push({ own: Boolean(subject.own), ...await measureStart(subject, smallest, { ...chosen, rounds: chosen.starts }) });
}
for (const lines of chosen.sizes) {
    for (const subject of subjects) {
        say(`${subject.name}: ${lines} lines`);
        sessions.push({ own: Boolean(subject.own), ...await measure(subject, lines, chosen) });
    }
}
finish();

/** Tells everything that was measured, and ends. */
function finish(status) {
    machine.loadAfter = loadavg()[0];
    const aims = judge({ starts, sessions }, PCITOPO.map(({ name }) => name));
    const results = { machine, options: chosen, starts, sessions, aims };
    console.log(markdown(results));
    if (chosen.json) {
        writeFileSync(chosen.json, `${JSON.stringify(results, undefined, 2)}\n`);
    }
    process.exit(status ?? (chosen.check && aims.some(({ met }) => !met) ? 1 : 0));
}
