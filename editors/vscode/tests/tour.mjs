// The pictures of the READMEs; made where pictures are asked for (editors/pictures), and no assertions of their own.
import { PATIENCE } from '../lib/workbench.mjs';
import { DRIVES, WRITTEN_OUT } from './files.mjs';

const WIDTH = 1000;

/** A large window without side bar, of which a part is kept. */
async function inWindow({ bench, page, pictures }, body) {
    const before = page.viewportSize();
    await bench.closeAll();
    await page.setViewportSize({ width: WIDTH, height: 1700 });
    await bench.command('View: Toggle Primary Side Bar Visibility');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden', timeout: PATIENCE });
    try {
        await body();
    } finally {
        await bench.keys('Escape', 'Escape');
        await bench.command('View: Toggle Primary Side Bar Visibility');
        await page.setViewportSize(before);
    }
}

/** Keeps the editor's part of the window between two heights. */
async function keep({ bench, page, pictures }, name, top, bottom) {
    const left = (await page.locator('.part.editor').boundingBox()).x;
    await pictures.keepClip(name, { x: left, y: top, width: WIDTH - left, height: bottom - top });
}

export const tour = [
    ['README: hover', tools => inWindow(tools, async () => {
        const { bench } = tools;
        await bench.fresh(DRIVES, WRITTEN_OUT);
        await bench.cursor(DRIVES, 'window [io', { within: 2 });
        await bench.squiggle('warning');
        await bench.line('unaligned in stock');
        const hover = await bench.hover('BAR 0 [mem size 16K');
        await bench.text(hover, 'nvme3 BAR 0');
        const box = await hover.boundingBox();
        const end = await bench.place('expect no BAR unassigned');
        await keep(tools, 'tour-hover', box.y - 28, end.y + end.height + 6);
    })],

    ['README: completion', tools => inWindow(tools, async () => {
        const { bench, page } = tools;
        await bench.fresh(DRIVES, text => text.replace('page-size 4K', 'page-size 64K\n    command-line "pci=resource_alignment="'));
        await bench.cursor(DRIVES, 'resource_alignment="', { within: 19 });
        await bench.squiggle('warning');
        await bench.keys('Control+Space');
        await bench.suggestions('0000:00:05.0');
        if (!await page.locator('.suggest-details').isVisible()) {
            await bench.keys('Control+Space');
        }
        await page.locator('.suggest-details').first().waitFor({ timeout: PATIENCE });
        const begin = await bench.place('boot small-pages');
        const end = await page.locator('.suggest-widget').boundingBox();
        await keep(tools, 'tour-completion', begin.y - 70, Math.max(end.y + end.height, begin.y + 260) + 16);
    })],

    ['README: quick fix', tools => inWindow(tools, async () => {
        const { bench, page } = tools;
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'nvme0 :', { within: 2 });
        await bench.squiggle('warning');
        await bench.line('unaligned in stock');
        await bench.offers();
        const begin = await bench.place('host-bridge 0000:00');
        const menu = await page.locator('.action-widget').first().boundingBox();
        await keep(tools, 'tour-quickfix', begin.y - 34, menu.y + menu.height + 16);
    })],
];
