// What the text means is shown where it stands.
import { contains, holds } from '../lib/expect.mjs';
import { PATIENCE } from '../lib/workbench.mjs';
import { DRIVES, WORSE, WRITTEN_OUT } from './files.mjs';

export const reading = [
    ['a BAR shows its place and verdict in every boot, its page with its neighbours, and other page sizes', async ({ bench, pictures }) => {
        await bench.fresh(DRIVES, WRITTEN_OUT);
        await bench.cursor(DRIVES, 'window [mem 0x8000000000', { within: 2 });
        await bench.squiggle('warning');
        await bench.line('BAR 0 [mem size 16K');
        const hover = await bench.hover('BAR 0 [mem size 16K');
        const text = await bench.text(hover, '64K page');
        contains(text, 'nvme1', /boot\s+place\s+verdict/, /stock[\s\S]*0x8000004000-0x8000007fff\s+emulated: unaligned/, /small-pages[\s\S]*mapped/,
            '64K page 0x8000000000', /0x8000004000\s+16K\s+nvme1 BAR 0/, /0x8000008000\s+16K\s+nvme2 BAR 0/, /4K pages\s+16K pages\s+64K pages/);
        holds(await hover.locator('table').count() > 0, 'there is no table');
        await pictures.keep('hover-bar');
    }],

    ['a device shows what its ids mean, and what became of its BARs', async ({ bench, pictures }) => {
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'boot cured of');
        const hover = await bench.hover('nvme3 BAR 0 at');
        contains(await bench.text(hover, 'Samsung'), 'nvme3', '0000:00:07.0', '144d:a808 Samsung', /BAR 0\s+16K/);
        await pictures.keep('hover-device');
    }],

    ['inside the command line an entry shows what it matches and what it moves', async ({ bench, pictures }) => {
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'boot cured of');
        const hover = await bench.hover('pci:144d:a808');
        contains(await bench.text(hover, 'matches'), 'alignment', '0000:00:04.0', 'nvme0');
        await pictures.keep('hover-entry');
    }],

    ['inside the command line an option shows what it does', async ({ bench, pictures }) => {
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'boot cured of');
        const hover = await bench.hover('resource_alignment');
        contains(await bench.text(hover, 'resource_alignment'), 'align');
        await pictures.keep('hover-option');
    }],

    ['place and verdict stand behind what has BARs, and bus numbers behind bridges', async ({ bench, pictures }) => {
        await bench.fresh(WORSE);
        await bench.cursor(WORSE, 'host talos');
        await bench.line(/nvme0 : intel-p4510 passthrough *BAR 0 0x600c000010000/);
        await bench.line(/bridge 00\.0 root-port *bus 01-02/);
        for (const line of (await bench.lines()).filter(text => /BAR 0 *0x/.test(text))) {
            holds(!line.includes('…'), `a hint is cut off: ${line}`);
        }
        await pictures.keep('hints');
    }],

    ['above a boot stands how many BARs are mapped and how many expectations hold', async ({ bench, page, pictures }) => {
        await bench.fresh(WORSE);
        await bench.cursor(WORSE, 'boot worse of');
        const lens = page.locator('.codelens-decoration', { hasText: '0 of 3 BARs mapped' });
        await lens.first().waitFor({ timeout: PATIENCE });
        contains(await lens.first().innerText(), 'all 12 expectations hold');
        await pictures.keep('lens');
    }],

    ['the outline shows machine, bridges and devices', async ({ bench, page, pictures }) => {
        await bench.fresh(WORSE);
        await bench.command('Explorer: Focus on Outline View');
        const row = name => page.locator('.outline-tree .monaco-list-row', { hasText: name }).first().waitFor({ timeout: PATIENCE });
        await row('talos');
        await row('host-bridge 0000:00');
        await pictures.keep('outline');
    }],

    ['names, keywords, and the parts of a command line differ in colour', async ({ bench, pictures }) => {
        await bench.fresh(WORSE);
        await bench.cursor(WORSE, 'boot worse of');
        const different = async (...words) => {
            const colours = [];
            for (const word of words) {
                colours.push((await bench.place(word)).colour);
            }
            return new Set(colours).size === words.length ? undefined : words.map((word, index) => `${word} ${colours[index]}`).join(', ');
        };
        await bench.eventually(() => different('command-line', 'worse', '6.1'), 'colours are the same');
        await bench.eventually(() => different('resource_alignment', '12@', '1b36:0007'), 'colours inside the command line are the same');
        await pictures.keep('colours');
    }],

    ['definition leads from the address inside a command line to the device', async ({ bench, page }) => {
        const change = text => text.replace('pci=resource_alignment=pci:144d:a808', 'pci=resource_alignment=16@0000:00:06.0');
        await bench.fresh(DRIVES, change);
        await bench.cursor(DRIVES, '0000:00:06.0', { within: 5 });
        await bench.keys('F12');
        await page.locator('.statusbar-item', { hasText: `Ln ${bench.lineOf(DRIVES, 'device 06.0')}, Col` }).waitFor({ timeout: PATIENCE });
    }],

    ['in a dark theme everything can be read as well', async ({ bench, pictures, page }) => {
        await bench.fresh(DRIVES, WRITTEN_OUT);
        await bench.cursor(DRIVES, 'window [mem 0x8000000000', { within: 2 });
        const toggle = 'Preferences: Toggle between Light/Dark Themes';
        await bench.command(toggle);
        try {
            await page.locator('.monaco-workbench.vs-dark').first().waitFor({ timeout: PATIENCE });
            await bench.text(await bench.hover('BAR 0 [mem size 16K'), '64K page');
            await pictures.keep('dark');
        } finally {
            await bench.command(toggle);
            await page.locator('.monaco-workbench.vs').first().waitFor({ timeout: PATIENCE });
        }
    }],
];
