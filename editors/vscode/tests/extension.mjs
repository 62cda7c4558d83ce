// What the extension adds to the server: commands, the status bar.
import { PATIENCE } from '../lib/workbench.mjs';
import { DRIVES, WORSE } from './files.mjs';

const LOG = 'logs/arm64-nvme-64k.dmesg';

export const extension = [
    ['the status bar tells how many BARs of the boot at the cursor are mapped', async ({ bench, page, pictures }) => {
        await bench.fresh(WORSE);
        await bench.cursor(WORSE, 'boot worse of');
        await bench.status('0 of 3 BARs mapped');
        await pictures.keep('status', page.locator('.part.statusbar'));
        await bench.cursor(WORSE, 'boot stock of');
        await bench.status('3 of 3 BARs mapped');
    }],

    ['Simulate shows every resource of a boot beside the text', async ({ bench, page, pictures }) => {
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'boot cured of');
        await bench.status('BARs mapped');
        await bench.command('pcitopo: Simulate');
        const report = page.locator('.tab', { hasText: 'Simulation of boot cured' });
        const choice = page.locator('.quick-input-list .monaco-list-row', { hasText: 'cured' });
        await report.or(choice).first().waitFor({ timeout: PATIENCE });
        if (!await report.isVisible()) {
            await choice.first().click();
            await report.waitFor({ timeout: PATIENCE });
        }
        await page.locator('.view-line', { hasText: '0x8000000000-0x800000ffff' }).first().waitFor({ timeout: PATIENCE });
        await pictures.keep('simulate');
    }],

    ['a log is imported into a new file, which is checked at once', async ({ bench, page, pictures }) => {
        await bench.closeAll();
        await bench.command('pcitopo: Import a Log into a New File');
        await bench.choose(LOG, 'Import');
        await bench.line(/BAR 0 \[mem size 16K 64bit\]/);
        await page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor({ timeout: PATIENCE });
        await bench.line('0x8000000000 page shared');
        await pictures.keep('import');
    }],

    ['a log is replayed', async ({ bench, page }) => {
        await bench.closeAll();
        await bench.command('pcitopo: Replay a Log');
        await bench.choose(LOG, 'Replay');
        await page.locator('.tab', { hasText: 'Replay of arm64-nvme-64k.dmesg' }).waitFor({ timeout: PATIENCE });
    }],

    ['a lens advises, and the advice follows the text', async ({ bench, page, pictures }) => {
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'boot stock of');
        await page.locator('.codelens-decoration a', { hasText: 'advise' }).first().click();
        await page.locator('.tab', { hasText: 'advice for boot stock' }).waitFor({ timeout: PATIENCE });
        await bench.view('The command line that costs least');
        await pictures.keep('advise');
        await page.locator('.tab', { hasText: DRIVES }).first().click();
        await bench.cursor(DRIVES, 'page-size 64K', { within: 10 });
        await bench.keys('Delete', 'Delete');
        await bench.type('4');
        await bench.view('Nothing to do');
    }],

    ['the walkthrough opens', async ({ bench, page, pictures }) => {
        await bench.closeAll();
        await bench.command('Welcome: Open Walkthrough...');
        await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Begin with pcitopo' }).first().click();
        await page.locator('.gettingStartedContainer', { hasText: 'Bring in your machine' }).waitFor({ timeout: PATIENCE });
        await pictures.keep('walkthrough');
    }],

    ['a lens compares boots', async ({ bench, page, pictures }) => {
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'boot cured of');
        await page.locator('.codelens-decoration a', { hasText: 'compare' }).last().click();
        await page.locator('.quick-input-list .monaco-list-row, .tab').filter({ hasText: /stock|ompar/ }).first().waitFor({ timeout: PATIENCE });
        const choice = page.locator('.quick-input-list .monaco-list-row', { hasText: 'stock' }).first();
        if (await choice.isVisible()) {
            await choice.click();
        }
        await page.locator('.tab', { hasText: /ompar/ }).first().waitFor({ timeout: PATIENCE });
        await bench.view('nvme0');
        await pictures.keep('compare');
    }],
];
