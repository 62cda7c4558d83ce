// What is written, by hand and by the editor.
import { contains, holds, lacks } from '../lib/expect.mjs';
import { PATIENCE } from '../lib/workbench.mjs';
import { DRIVES, WORSE, WRITTEN_OUT } from './files.mjs';

export const writing = [
    ['inside the command line the options of this kernel are completed', async ({ bench, pictures }) => {
        await bench.fresh(DRIVES, text => text.replace('page-size 4K', 'page-size 4K\n    command-line "pci="'));
        await bench.cursor(DRIVES, '"pci="', { within: 5 });
        await bench.type('res');
        const list = await bench.suggestions('resource_alignment=');
        await pictures.keep('completion-option');
        await list.filter({ hasText: 'resource_alignment=' }).first().click();
        await bench.line('command-line "pci=resource_alignment=');
    }],

    ['inside the command line addresses and ids of this machine are completed, with what they are', async ({ bench, page, pictures }) => {
        await bench.fresh(DRIVES, text => text.replace('page-size 4K', 'page-size 4K\n    command-line "pci=resource_alignment="'));
        await bench.cursor(DRIVES, 'resource_alignment="', { within: 19 });
        await bench.keys('Control+Space');
        const list = await bench.suggestions('0000:00:05.0');
        contains((await list.allInnerTexts()).join('\n'), 'nvme0', '144d:a808');
        await pictures.keep('completion-address');
        await list.filter({ hasText: '0000:00:05.0' }).first().click();
        await bench.line(/command-line "pci=resource_alignment=.*0000:00:05\.0"/);
        await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden', timeout: PATIENCE });
    }],

    ['inside the command line no snippets of the language are offered', async ({ bench, page }) => {
        await bench.fresh(DRIVES, text => text.replace('page-size 4K', 'page-size 4K\n    command-line "quiet "'));
        await bench.cursor(DRIVES, '"quiet "', { within: 7 });
        await bench.squiggle('warning');
        await bench.type('mach');
        await bench.keys('Escape', 'Control+Space');
        await page.locator('.suggest-widget.visible .message', { hasText: 'No suggestions' }).waitFor({ timeout: PATIENCE });
    }],

    ['statements are completed where they may stand', async ({ bench, pictures }) => {
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'linux 6.1', { nth: 1 });
        await bench.keys('End', 'Enter');
        await bench.type('exp');
        await bench.suggestions('expect');
        await pictures.keep('completion-statement');
    }],

    ['renaming a device changes all its uses', async ({ bench, page, pictures }) => {
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'nvme0 :', { within: 1 });
        await bench.keys('F2');
        const input = page.locator('.rename-box input');
        await input.waitFor({ timeout: PATIENCE });
        holds(await input.inputValue() === 'nvme0', `asks for a name in place of "${await input.inputValue()}"`);
        await input.fill('boot-drive');
        await pictures.keep('rename');
        await bench.keys('Enter');
        await bench.line('expect boot-drive BAR 0 at');
        await bench.save();
        const text = await bench.saved(DRIVES, now => now.includes('boot-drive'));
        lacks(text, 'nvme0');
        holds(text.match(/boot-drive/g).length === 4, `boot-drive is not four times in:\n${text}`);
    }],

    ['formatting puts statements and braces where they belong', async ({ bench }) => {
        await bench.fresh(DRIVES, text => text.replace('        device 04.0', '  device   04.0').replace('boot cured of cloud {', 'boot cured   of cloud{'));
        await bench.squiggle('warning');
        await bench.command('Format Document');
        await bench.line('        device 04.0 nvme0');
        await bench.save();
        await bench.saved(DRIVES, text => text.includes('\n        device 04.0 nvme0 : samsung-pm981 passthrough\n')
            && text.includes('\nboot cured of cloud {\n'));
    }],

    ['everything handed to guests is aligned by one action on a boot', async ({ bench, page, pictures }) => {
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'boot stock', { within: 6 });
        await bench.squiggle('warning');
        const offers = await bench.offers();
        await pictures.keep('actions', page.locator('.action-widget').first());
        await offers.filter({ hasText: /^Make everything passed through mappable in boot stock/ }).first().click();
        await bench.line(/^ {4}command-line "pci=resource_alignment=/);
        await page.locator('.codelens-decoration', { hasText: '4 of 4 BARs mapped' }).first().waitFor({ timeout: PATIENCE });
    }],

    ['expectations are written from the simulation', async ({ bench }) => {
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'boot small-pages', { within: 6 });
        await bench.squiggle('warning');
        await (await bench.offers()).filter({ hasText: 'Write expectations from the simulation' }).first().click();
        await bench.line(/expect nvme2 BAR 0 .*mapped/);
    }],

    ['a device type is extracted', async ({ bench }) => {
        await bench.fresh(DRIVES, WRITTEN_OUT);
        await bench.cursor(DRIVES, 'nvme1 passthrough', { within: 2 });
        await bench.squiggle('warning');
        await (await bench.offers()).filter({ hasText: 'Extract device type' }).first().click();
        await bench.save();
        const text = await bench.saved(DRIVES, now => now.includes('device-type '));
        contains(text, `nvme1 : ${/device-type (\S+)/.exec(text)[1]} passthrough`);
    }],

    ['functions are sorted by address, and their names numbered', async ({ bench, page }) => {
        await bench.fresh(DRIVES, text => text.replace('device 04.0 nvme0', 'device 08.0 nvme9'));
        await bench.cursor(DRIVES, 'host cloud', { within: 6 });
        await bench.squiggle('error');
        await (await bench.offers()).filter({ hasText: 'Sort functions by address' }).first().click();
        await page.locator('.action-widget .monaco-list-row.action').first().waitFor({ state: 'hidden', timeout: PATIENCE });
        await bench.squiggle('error');
        await (await bench.offers()).filter({ hasText: 'Number names by address' }).first().click();
        await bench.line('device 05.0 nvme0');
        await bench.save();
        const text = await bench.saved(DRIVES, now => now.includes('device 08.0 nvme3'));
        holds(text.indexOf('device 05.0 nvme0') < text.indexOf('device 08.0 nvme3'), `not in order:\n${text}`);
    }],

    ['unsaved text counts: the lens follows what is typed', async ({ bench, page }) => {
        await bench.fresh(WORSE);
        await bench.cursor(WORSE, 'boot worse of');
        await page.locator('.codelens-decoration', { hasText: '0 of 3 BARs mapped' }).first().waitFor({ timeout: PATIENCE });
        await bench.cursor(WORSE, '12@pci:1b36:0007', { nth: 1 });
        await bench.keys('Delete', 'Delete');
        await bench.type('16');
        await page.locator('.codelens-decoration', { hasText: '0 of 3 BARs mapped' }).first().waitFor({ state: 'detached', timeout: PATIENCE });
    }],
];
