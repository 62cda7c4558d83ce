// The drawing beside the text.
import { holds } from '../lib/expect.mjs';
import { PATIENCE } from '../lib/workbench.mjs';
import { DRIVES } from './files.mjs';

/** Opens the drawing of the drives; the cursor is on nvme0. */
async function open(bench) {
    await bench.fresh(DRIVES);
    await bench.cursor(DRIVES, 'nvme0 :', { within: 2 });
    await bench.squiggle('warning');
    await bench.command('pcitopo: Draw');
    const drawing = await bench.drawing();
    await chosen(drawing, '0000:00:04.0');
    return drawing;
}

/** Waits until the drawing tells of a function or resource. */
async function chosen(drawing, title) {
    await drawing.locator('#details h2', { hasText: title }).waitFor({ timeout: PATIENCE });
}

const bar = address => `.strip rect[data-key="0000:00:${address} bar0"]`;

export const drawing = [
    ['Draw shows the machine beside the text, at the cursor, and follows it', async ({ bench, pictures }) => {
        const drawing = await open(bench);
        await bench.page.locator('.tab', { hasText: `Drawing of ${DRIVES}` }).waitFor({ timeout: PATIENCE });
        await pictures.keep('drawing');
        await bench.cursor(DRIVES, 'nvme3 :', { within: 2 });
        await chosen(drawing, '0000:00:07.0');
        await bench.cursor(DRIVES, 'boot cured of');
        await drawing.locator('.map .head h2', { hasText: 'cured' }).waitFor({ timeout: PATIENCE });
        await bench.cursor(DRIVES, 'expect nvme0 BAR 0 size', { within: 9 });
        await chosen(drawing, '0000:00:04.0 BAR 0');
    }],

    ['a click in the drawing goes to the text', async ({ bench, page }) => {
        const drawing = await open(bench);
        await drawing.locator(bar('06.0')).first().click();
        await chosen(drawing, '0000:00:06.0 BAR 0');
        // The keyboard stays in the drawing, so that the status bar says nothing of the text.
        await page.locator('.monaco-editor .active-line-number', { hasText: `${bench.lineOf(DRIVES, 'device 06.0')}` }).waitFor({ timeout: PATIENCE });
        await page.locator('.monaco-editor .selected-text').first().waitFor({ timeout: PATIENCE });
        await chosen(drawing, '0000:00:06.0 BAR 0');
    }],

    ['the drawing follows what is typed, and shows what it showed', async ({ bench, pictures }) => {
        const drawing = await open(bench);
        await drawing.locator('#search').fill('nvme');
        await bench.page.locator('.tab', { hasText: DRIVES }).first().click();
        await bench.cursor(DRIVES, 'nvme0 :', { within: 5 });
        await bench.type('x');
        await drawing.locator('#details h2', { hasText: 'nvme0x' }).waitFor({ timeout: PATIENCE });
        holds(await drawing.locator('#search').inputValue() === 'nvme', 'the search is gone');
        await bench.type(' {');
        await drawing.locator('#details h2', { hasText: 'nvme0x' }).waitFor({ timeout: PATIENCE });
        await pictures.keep('drawing-typed');
        await bench.keys('Backspace', 'Backspace', 'Backspace');
        await drawing.locator('#details h2', { hasText: /nvme0$/ }).waitFor({ timeout: PATIENCE });
    }],

    ['the drawing has the colours of the theme', async ({ bench, page, pictures }) => {
        const drawing = await open(bench);
        const toggle = 'Preferences: Toggle between Light/Dark Themes';
        await bench.command(toggle);
        try {
            await drawing.locator('html[data-theme=dark]').waitFor({ timeout: PATIENCE });
            await pictures.keep('drawing-dark');
        } finally {
            await bench.command(toggle);
            await page.locator('.monaco-workbench.vs').first().waitFor({ timeout: PATIENCE });
        }
        await drawing.locator('html[data-theme=light]').waitFor({ timeout: PATIENCE });
    }],
];
