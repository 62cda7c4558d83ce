// What is wrong is seen, explained, and mended.
import { contains, holds, lacks } from '../lib/expect.mjs';
import { PATIENCE } from '../lib/workbench.mjs';
import { DRIVES, WORSE } from './files.mjs';

export const problems = [
    ['a problem is underlined', async ({ bench, pictures }) => {
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'host cloud');
        await bench.squiggle('warning');
        await pictures.keep('problem');
    }],

    ['the Problems view has its code, its place, and what else it has to do with', async ({ bench, page, pictures }) => {
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'host cloud');
        await bench.squiggle('warning');
        await bench.showProblems();
        await bench.problem('PCI301');
        const rows = (await bench.problems.allTextContents()).join('\n');
        contains(rows, 'nvme0 stays unmappable in boot "stock"', 'PCI301', `[Ln ${bench.lineOf(DRIVES, 'device 04.0')}, Col 21]`,
            'nvme1 BAR 0 is in the same page, at 0x8000004000-0x8000007fff');
        await pictures.keep('problems', page.locator('.part.panel'));
        await bench.hidePanel();
    }],

    ['what is typed wrong is underlined, and no more when it is taken back', async ({ bench }) => {
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'host cloud');
        await bench.squiggle('warning');
        await bench.cursor(DRIVES, 'device 04.0');
        await bench.type('devise');
        await bench.squiggle('error');
        await bench.keys('Control+z');
        await bench.noSquiggle('error');
    }],

    ['a quick fix mends a problem inside the command line', async ({ bench, page, pictures }) => {
        await bench.fresh(WORSE);
        await bench.cursor(WORSE, '12@pci:1b36:0007', { nth: 1, within: 3 });
        await bench.squiggle('warning');
        await page.locator('.codicon-light-bulb, .codicon-lightbulb-autofix, .codicon-light-bulb-autofix, .codicon-lightbulb').first()
            .waitFor({ timeout: PATIENCE });
        const offers = await bench.offers();
        await pictures.keep('quick-fix');
        await offers.filter({ hasText: /^Remove it/ }).click();
        await bench.noSquiggle('warning');
        await bench.save();
        lacks((await bench.saved(WORSE, text => !text.includes('"pci=resource_alignment=12'))).split('boot worse of')[1].split('boot page')[0],
            '12@pci:1b36:0007');
    }],

    ['a quick fix aligns what shares its page, and the problem is gone', async ({ bench, page, pictures }) => {
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'nvme0 :', { within: 2 });
        await bench.squiggle('warning');
        const offers = await bench.offers();
        contains((await offers.allInnerTexts()).join('\n'), 'Add pci=resource_alignment=16@0000:00:04.0 to the command line', 'Ignore PCI301 here');
        await pictures.keep('quick-fixes', page.locator('.action-widget').first());
        await offers.filter({ hasText: 'Add pci=resource_alignment=16@0000:00:04.0' }).first().click();
        await bench.line('command-line "pci=resource_alignment=16@0000:00:04.0"');
        await bench.save();
        await bench.saved(DRIVES, text => text.includes('command-line "pci=resource_alignment=16@0000:00:04.0"'));
        await bench.showProblems();
        await bench.noProblem('0000:00:04.0 nvme0 stays unmappable');
        await bench.hidePanel();
    }],

    ['the code of a problem leads to its page', async ({ bench, page }) => {
        await bench.fresh(DRIVES);
        await bench.cursor(DRIVES, 'host cloud');
        await bench.squiggle('warning');
        await bench.showProblems();
        const link = bench.problems.locator('a.code-link, a').filter({ hasText: 'PCI301' }).first();
        await link.waitFor({ timeout: PATIENCE });
        const address = await link.getAttribute('href') ?? await link.getAttribute('data-href') ?? await link.getAttribute('title') ?? '';
        holds(/PCI301/.test(address + await link.textContent()), `the link leads to "${address}"`);
        await bench.hidePanel();
    }],
];
