// The server's process: it dies, it stays silent.
import { holds } from '../lib/expect.mjs';
import { descendants, remaining, signal, until } from '../lib/processes.mjs';
import { PATIENCE } from '../lib/workbench.mjs';
import { DRIVES } from './files.mjs';

const servers = code => descendants(code.pid).filter(process => /\bjava\b.*\blsp$/.test(process.command));

export const server = [
    ['a server that is killed is started again, and the user is told', async ({ bench, code, page, pictures }) => {
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'host cloud');
        await bench.squiggle('warning');
        const before = servers(code);
        holds(before.length === 1, `there are ${before.length} servers`);
        signal(before[0], 'SIGKILL');
        const note = page.locator('.notification-list-item', { hasText: 'pcitopo server ended unexpectedly' });
        await note.first().waitFor({ timeout: PATIENCE });
        await pictures.keep('restarted');
        const after = await until(() => servers(code).find(process => process.pid !== before[0].pid), PATIENCE);
        holds(after, 'no new server was started');
        holds(remaining(before).length === 0, 'the old server is still there');
        await bench.command('Notifications: Clear All Notifications');
        await bench.line(/BAR 0 0x8000000000/);
        await bench.squiggle('warning');
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'host cloud');
        await bench.squiggle('warning');
    }],

    ['a server that says nothing makes these tests fail, until it speaks again', async ({ bench, code }) => {
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'host cloud');
        await bench.squiggle('warning');
        await bench.closeAll();
        const [mute] = servers(code);
        signal(mute, 'SIGSTOP');
        try {
            await bench.fresh(DRIVES);
            await bench.cursor(DRIVES, 'host cloud');
            const seen = await bench.squiggle('warning', 5_000).then(() => true, () => false);
            holds(!seen, 'a problem was underlined without a server');
        } finally {
            signal(mute, 'SIGCONT');
        }
        await bench.squiggle('warning');
    }],
];
