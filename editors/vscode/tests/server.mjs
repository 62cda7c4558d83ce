// The server's process: it dies, it stays silent.
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holds } from '../lib/expect.mjs';
import { descendants, remaining, signal, until } from '../lib/processes.mjs';
import { SETTINGS } from '../lib/settings.mjs';
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

    ['a server that says nothing makes these tests fail', async ({ bench, code, run }) => {
        const mute = join(run, 'mute');
        writeFileSync(mute, '#!/bin/sh\nexec cat >/dev/null\n');
        chmodSync(mute, 0o755);
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'host cloud');
        await bench.squiggle('warning');
        await bench.closeAll();
        await bench.settings({ ...SETTINGS, 'pcitopo.server.command': mute });
        await bench.command('pcitopo: Restart Server');
        const silent = await until(() => servers(code).length === 0, PATIENCE);
        holds(silent, 'the server did not end');
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'host cloud');
        const seen = await bench.squiggle('warning', 5_000).then(() => true, () => false);
        holds(!seen, 'a problem was underlined without a server');
    }],
];
