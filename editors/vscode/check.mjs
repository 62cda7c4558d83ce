// Installs the extension's package into a fresh VS Code, opens a browser on it, and does what its users do.
//
//   check.mjs [--pictures DIR] [WORD...]     only what has one of the words in its name
//
// PCITOPO_VSIX   the package to install instead of one that is made now
// PCITOPO_TESTS  more words, separated by commas; README makes the pictures of the READMEs
// PCITOPO_TIMES  how often each is tried, in one window; by default once
// PCITOPO_TRACE  off, messages or verbose: what of the talk with the server is logged
// PCITOPO_KEEP   if set, the folder of the run stays, with VS Code's logs
// PCITOPO_CHROMIUM the browser, by default Debian's
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Pictures, WINDOW } from './lib/pictures.mjs';
import { descendants, remaining, until } from './lib/processes.mjs';
import { Report } from './lib/report.mjs';
import { SETTINGS } from './lib/settings.mjs';
import { VsCode } from './lib/vscode.mjs';
import { Workbench } from './lib/workbench.mjs';
import { tests, tour } from './tests/all.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const require = createRequire(join(process.env.PCITOPO_EDITORS, 'vscode/package.json'));
const { chromium } = require('playwright-core');

const words = process.argv.slice(2);
const asked = words.indexOf('--pictures');
const folder = asked < 0 ? undefined : words.splice(asked, 2)[1];
words.push(...(process.env.PCITOPO_TESTS ?? '').split(',').filter(Boolean));
const wanted = ([name]) => words.length === 0 || words.some(word => name.includes(word));

const report = new Report('vscode');
const run = realpathSync(mkdtempSync(join(tmpdir(), 'pcitopo-vscode-')));
const workspace = join(run, 'examples');
process.env.EXTENSIONS_GALLERY = '{}';
process.env.PCITOPO_NO_BUILD = '1';

/** The package of the extension: the one given, or made now. */
function vsix() {
    if (process.env.PCITOPO_VSIX) {
        return process.env.PCITOPO_VSIX;
    }
    const made = spawnSync(join(root, 'vscode/package'), ['--out', run], { encoding: 'utf8', timeout: 300_000 });
    if (made.status !== 0) {
        throw new Error(`vscode/package ended with ${made.status}:\n${made.stdout}${made.stderr}`);
    }
    return made.stdout.split('\n')[0];
}

const code = new VsCode(run);
let browser;
const started = [];

async function work() {
    code.settings(process.env.PCITOPO_TRACE ? { ...SETTINGS, 'pcitopo.trace.server': process.env.PCITOPO_TRACE } : SETTINGS);
    code.install(vsix());
    cpSync(join(root, 'examples'), workspace, { recursive: true });
    const address = await code.serve(workspace);
    browser = await chromium.launch({
        executablePath: process.env.PCITOPO_CHROMIUM ?? '/usr/bin/chromium',
        headless: true,
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
            '--disable-sync', '--force-color-profile=srgb'],
        env: { ...process.env, HOME: join(run, 'home'), FONTCONFIG_FILE: join(here, 'fonts.conf') },
    });
    const context = await browser.newContext({ viewport: WINDOW, deviceScaleFactor: folder ? 2 : 1, locale: 'en-US' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    const outside = [];
    page.on('request', request => {
        const url = new URL(request.url());
        // Views are served under a made-up host, by a service worker of the page.
        if (/^(https?|wss?):$/.test(url.protocol) && url.hostname !== '127.0.0.1' && !url.hostname.endsWith('.vscode-cdn.net')) {
            outside.push(url.href);
        }
    });
    const pictures = new Pictures(page, folder);
    const bench = new Workbench(page, join(root, 'examples'), workspace);
    await bench.open(address);
    report.ok('the package installs, and the window opens');
    const chosen = (words.includes('README') ? tour : tests).filter(wanted);
    for (const [name, body] of chosen.flatMap(test => Array.from({ length: Number(process.env.PCITOPO_TIMES ?? 1) }, () => test))) {
        if (!await report.run(name, () => body({ bench, page, pictures, code, run, root }))) {
            await pictures.keep(`failed-${name.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 60)}`);
        }
    }
    await report.run('the window asks nothing of other hosts', () => {
        if (outside.length > 0) {
            throw new Error(outside.join('\n'));
        }
    });
}

async function finish() {
    started.push(...descendants(process.pid));
    await browser?.close();
    await report.run('nothing that was started outlives the run', async () => {
        const stubborn = await code.end();
        const left = stubborn.length > 0 ? stubborn : await until(() => remaining(started).length === 0, 10_000) ? [] : remaining(started);
        if (left.length > 0) {
            throw new Error(left.map(process => `${process.pid} ${process.command}`).join('\n'));
        }
    });
    if (process.env.PCITOPO_KEEP) {
        console.log(`        kept: ${run}`);
    } else {
        rmSync(run, { recursive: true, force: true, maxRetries: 5 });
    }
}

process.on('SIGINT', () => void finish().finally(() => process.exit(130)));
process.on('SIGTERM', () => void finish().finally(() => process.exit(143)));
try {
    await work();
} catch (problem) {
    report.fail('VS Code starts and shows the examples', problem.message);
}
await finish();
process.exit(report.failed > 0 ? 1 : 0);
