const number = value => value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? String(Math.round(value)) : value >= 1 ? value.toFixed(1) : value.toFixed(2);
const figure = value => value === undefined ? '' : number(value);
const pair = part => part ? `${number(part.p50)} / ${number(part.p95)}` : '';
const lines = count => count.toLocaleString('en');

/** Everything that was measured, as tables for people. */
export function markdown({ machine, options, starts, sessions, aims }) {
    const own = sessions.filter(session => session.own);
    return [
        `${machine.date}, ${machine.processors} processors, load average ${machine.loadBefore.toFixed(1)} before and ${machine.loadAfter.toFixed(1)} after, Node ${machine.node}, ${machine.java}.`,
        `${options.rounds} rounds of each step after ${options.warmUp} to warm up. Times in milliseconds, p50 / p95. Memory in megabytes.`,
        '', '### Process start to first diagnostics', '',
        ...table(['server', 'lines', 'p50 / p95', 'CPU ms'], starts.map(start =>
            [start.subject, lines(start.lines), start.stopped ?? pair(start), figure(start.cpu)])),
        '', '### A session', '',
        ...table(['server', 'lines', 'opened in', 'edit to diagnostics', 'CPU ms an edit', 'completion', 'hover', 'memory now / peak', ''],
            sessions.map(session => [session.subject, lines(session.lines), figure(session.opened), pair(session.edit) + rounds(session.edit, options),
                figure(session.edit?.cpu), pair(session.completion) + rounds(session.completion, options), pair(session.hover),
                session.memory ? `${number(session.memory.resident)} / ${number(session.memory.peak)}` : '', session.stopped ?? ''])),
        ...(sessions.some(session => !session.own) ? ['', '### Others in relation to pcitopo', '',
            'How many times as long another server takes as pcitopo (p50) for as many lines; below 1 it is faster. Processor time is what remains',
            'comparable on a busy machine.', '',
            ...table(['server', 'lines', 'opened', 'edit to diagnostics', 'CPU an edit', 'completion', 'hover', 'peak memory'], ratios(sessions, own))] : []),
        ...(aims.length > 0 ? ['', '### Aims', '',
            ...table(['', 'lines', 'server', 'aim', 'measured', ''], aims.map(aim =>
                [aim.what, lines(aim.lines), aim.subject, number(aim.aim), figure(aim.measured), aim.met ? 'met' : 'MISSED']))] : []),
        '',
    ].join('\n');
}

function rounds(part, options) {
    return part && part.samples < options.rounds ? ` (${part.samples} rounds)` : '';
}

function ratios(sessions, own) {
    return sessions.filter(session => !session.own).map(peer => {
        const base = own.find(session => session.lines === peer.lines) ?? {};
        const ratio = of => of(peer) !== undefined && of(base) !== undefined ? `${number(of(peer) / of(base))}` : peer.stopped ?? '';
        return [peer.subject, lines(peer.lines), ratio(it => it.opened), ratio(it => it.edit?.p50), ratio(it => it.edit?.cpu), ratio(it => it.completion?.p50),
            ratio(it => it.hover?.p50), ratio(it => it.memory?.peak)];
    });
}

function table(head, rows) {
    const row = cells => `| ${cells.join(' | ')} |`;
    return [row(head), `|${head.map((_, column) => column === 0 ? '---|' : '---:|').join('')}`, ...rows.map(row)];
}
