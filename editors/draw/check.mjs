// Opens the page that 'pcitopo draw' makes in a real Chromium and uses it: mouse, keyboard, search, boots, comparison, messages.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const { chromium } = createRequire(join(process.env.PCITOPO_EDITORS, 'draw', 'package.json'))('playwright-core');
const here = import.meta.dirname ?? resolve('draw');
const examples = join(here, '..', '..', 'examples');
const option = process.argv.indexOf('--pictures');
const pictures = option < 0 ? undefined : process.argv[option + 1];
const PATIENCE = 60_000;
const EVIL = '<script>document.title="caught"</script>';

const work = mkdtempSync(join(tmpdir(), 'pcitopo-draw-'));
let failed = 0;

async function check(what, test) {
    try {
        await test();
        console.log(`ok      draw  ${what}`);
    } catch (error) {
        failed++;
        console.log(`FAILED  draw  ${what}\n        ${String(error.message ?? error).split('\n').slice(0, 6).join('\n        ')}`);
    }
}

function equal(actual, wanted) {
    if (JSON.stringify(actual) !== JSON.stringify(wanted)) {
        throw new Error(`${JSON.stringify(actual)} instead of ${JSON.stringify(wanted)}`);
    }
}

function draw(file, ...options) {
    const out = join(work, `${Math.random().toString(36).slice(2)}.html`);
    execFileSync(process.env.PCITOPO, ['draw', file, '-o', out, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
    return out;
}

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
    const said = [];
    const context = await browser.newContext({ viewport: { width: 1500, height: 900 }, offline: true });
    context.setDefaultTimeout(PATIENCE);
    const open = async file => {
        const page = await context.newPage();
        page.on('console', message => said.push(message.text()));
        page.on('pageerror', error => said.push(error.stack));
        await page.goto(pathToFileURL(file).href);
        await page.waitForSelector('html[data-ready]');
        return page;
    };
    const picture = async (page, name) => pictures && page.screenshot({ path: join(pictures, `draw-${name}.png`) });
    const details = page => page.locator('#details');
    const BAR = '[data-key="0000:00:04.0 bar0"]';

    const drives = await open(draw(join(examples, 'arm64-64k-nvme.pcitopo')));
    await check('a click on a BAR tells the verdict', async () => {
        await drives.locator(`.strip rect${BAR}`).click();
        await details(drives).locator('.verdict', { hasText: 'shares its page' }).waitFor();
        await picture(drives, 'bar');
    });
    await check('and why', () => details(drives).locator('.steps li', { hasText: 'vfio-pci does not map it' }).waitFor());
    await check('and the functions that it shares its page with', async () => {
        equal(await details(drives).locator('.facts .link').allTextContents(), ['nvme1 BAR 0', 'nvme2 BAR 0', 'nvme3 BAR 0']);
    });
    await check('the tree marks its function', async () => {
        equal(await drives.locator('#tree .row.on .bdf').textContent(), '00:04.0');
    });
    await check('the key p zooms to its page', async () => {
        await drives.locator('.strip svg').last().focus();
        await drives.keyboard.press('+');
        await drives.keyboard.press('+');
        const before = await drives.evaluate(() => maps[0].views.at(-1).to);
        await drives.keyboard.press('p');
        await drives.waitForFunction(wide => maps[0].views.at(-1).to !== wide, before);
        await picture(drives, 'page');
    });
    await check('arrow keys walk from BAR to BAR', async () => {
        await drives.keyboard.press('ArrowRight');
        await details(drives).locator('h2', { hasText: '0000:00:05.0 BAR 0' }).waitFor();
    });
    await check('a search finds by name', async () => {
        await drives.keyboard.press('/');
        await drives.keyboard.type('nvme2');
        await drives.locator('#found', { hasText: '1 found' }).waitFor();
    });
    await check('Enter goes to what was found', async () => {
        await drives.keyboard.press('Enter');
        await details(drives).locator('h2', { hasText: '0000:00:06.0' }).waitFor();
    });
    await check('Escape ends the search', async () => {
        await drives.keyboard.press('Escape');
        equal(await drives.locator('#search').inputValue(), '');
    });
    await check('arrow keys walk through the tree', async () => {
        await drives.keyboard.press('g');
        await drives.locator('#tree .row:focus').waitFor();
        await drives.keyboard.press('Home');
        await drives.keyboard.press('ArrowDown');
        await details(drives).locator('h2', { hasText: '0000:00:04.0 nvme0' }).waitFor();
    });
    await check('the boot that cures it shows the BAR mapped', async () => {
        const cured = await drives.locator('#boot option', { hasText: 'cured' }).first().getAttribute('value');
        await drives.locator('#boot').selectOption(cured);
        await drives.locator(`.strip rect.mapped${BAR}`).waitFor();
    });
    await check('beside the boot that does not it marks what differs', async () => {
        await drives.locator('#other').selectOption('0');
        await drives.locator('.map').nth(1).waitFor();
        await drives.locator('.map').first().locator('.chip', { hasText: /Δ [1-9]/ }).waitFor();
        await picture(drives, 'compared');
    });
    await check('a message from an editor chooses a function', async () => {
        await drives.evaluate(() => postMessage({ type: 'reveal', function: '0000:00:07.0', resource: 'bar0' }, '*'));
        await details(drives).locator('h2', { hasText: '0000:00:07.0 BAR 0' }).waitFor();
    });
    const dataOf = file => readFileSync(file, 'utf8').match(/<script type="application\/json" id="data">(.*?)<\/script>/s)[1];
    const edited = (change, name = 'edited.pcitopo') => {
        const file = join(work, name);
        writeFileSync(file, change(readFileSync(join(examples, 'arm64-64k-nvme.pcitopo'), 'utf8')));
        return dataOf(draw(file));
    };
    const view = () => drives.evaluate(() => ({
        boot: boot.boot, key: state.key, scroll: document.getElementById('details').scrollTop,
        views: maps[0].views.map(v => [addressAt(v.strip, v.from), addressAt(v.strip, v.to)].map(String)),
    }));
    await check('a message with the text as it is now draws it, and boot, choice, zoom and scrolling stay', async () => {
        await drives.locator('#other').selectOption('-1');
        await drives.evaluate(() => { reveal({ function: '0000:00:05.0', resource: 'bar0' }); maps[0].views.at(-1).zoomToPage(boot.byKey.get('0000:00:05.0 bar0').box); });
        await drives.waitForFunction(() => { const v = maps[0].views.at(-1), w = v.to - v.from, same = window.before === w; window.before = w; return same && w < .5; }, null, { polling: 300 });
        await drives.evaluate(() => { document.getElementById('details').scrollTop = 60; });
        const before = await view();
        await drives.evaluate(data => postMessage({ type: 'data', data }, '*'), edited(text => text.replaceAll('nvme1', 'renamed')));
        await details(drives).locator('a, .link', { hasText: 'renamed' }).first().waitFor();
        equal(await view(), before);
    });
    await check('a text that cannot be drawn leaves the picture and says why', async () => {
        await drives.evaluate(() => pcitopo.update({ title: 't', message: 'There is an error in line 1.', boots: [], looks: [], texts: [] }));
        await drives.locator('#note', { hasText: 'Drawn before the last changes: There is an error in line 1.' }).waitFor();
        equal(await drives.locator('#tree .row.on .bdf').textContent(), '00:05.0');
    });
    await check('a boot that is gone for a moment comes back', async () => {
        const chosen = (await view()).boot;
        await drives.evaluate(data => pcitopo.update(data), edited(text => text.replace(`boot ${chosen} `, `boot gone `)));
        const instead = (await view()).boot;
        await drives.evaluate(data => pcitopo.update(data), edited(text => text));
        equal([instead === chosen, (await view()).boot], [false, chosen]);
        equal(await drives.locator('#note').isVisible(), false);
    });
    await check('a function without messages is told of clicks', async () => {
        await drives.evaluate(() => { window.pcitopoHost = text => { window.told = text; }; });
        await drives.locator(`.strip rect[data-key="0000:00:06.0 bar0"]`).first().click();
        const told = JSON.parse(await drives.evaluate(() => window.told));
        equal([told.type, told.function, told.resource, told.host], ['reveal', '0000:00:06.0', 'bar0', 'cloud']);
    });
    await check('a cursor in another boot shows that boot', async () => {
        await drives.evaluate(() => pcitopo.reveal('', '', 'cloud', 'small-pages'));
        equal((await view()).boot, 'small-pages');
    });
    await check('the editor chooses the colours', async () => {
        await drives.evaluate(() => pcitopo.theme('contrast'));
        equal(await drives.evaluate(() => ({ ...document.documentElement.dataset }.contrast)), 'more');
        await picture(drives, 'contrast');
        await drives.evaluate(() => pcitopo.theme(''));
    });
    await check('dark mode', async () => {
        await drives.locator('#theme').click();
        equal(await drives.evaluate(() => document.documentElement.dataset.theme), 'dark');
        await picture(drives, 'dark');
    });

    await check('a name that is a script stays a name', async () => {
        const file = join(work, 'evil.pcitopo');
        writeFileSync(file, readFileSync(join(examples, 'kernel-upgrade.pcitopo'), 'utf8')
            .replace(/command-line "[^"]*"/, '').replace(/(\n {4}linux [^\n]*)/, `$1\n    command-line "${EVIL.replaceAll('"', '\'')}"`));
        const page = await open(draw(file));
        await page.locator('.map .head code', { hasText: EVIL.replaceAll('"', '\'') }).waitFor();
        if ((await page.title()).includes('caught')) {
            throw new Error('it ran');
        }
        await page.close();
    });
    await check('what has no address stands apart, and tells why', async () => {
        const page = await open(draw(join(examples, 'x86-gpu-no-room.pcitopo')));
        await page.locator('.chip.unassigned').first().click();
        await details(page).locator('.verdict', { hasText: 'no address' }).waitFor();
        await details(page).locator('.steps li').first().waitFor();
        await picture(page, 'no-room');
        await page.close();
    });
    await check('nothing was asked of the network and no error printed', async () => equal(said, []));
} finally {
    await browser.close();
    rmSync(work, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
