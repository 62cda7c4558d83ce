// What a user does in VS Code's window, and what there is to see. Every wait is bounded and on a state of the page.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { until } from './processes.mjs';

export const PATIENCE = 15_000;

/** The text of the file in front, line by line as shown; inlay hints and lenses are not in the way of searching words. */
const EDITOR = '.editor-group-container.active .monaco-editor[data-uri]:not(.peekview-widget *)';

export class Workbench {
    #examples;
    #workspace;

    constructor(page, examples, workspace) {
        this.page = page;
        this.#examples = examples;
        this.#workspace = workspace;
    }

    path(name) {
        return join(this.#workspace, name);
    }

    /** Opens the window and waits until it is ready for input. */
    async open(address) {
        await this.page.goto(address);
        await this.page.locator('.monaco-workbench .part.editor').waitFor({ timeout: 60_000 });
        await this.page.locator('.monaco-workbench .explorer-viewlet .monaco-list-row').first().waitFor({ timeout: 60_000 });
    }

    // ---- doing ----

    async keys(...keys) {
        for (const key of keys) {
            await this.page.keyboard.press(key);
        }
    }

    async type(text) {
        await this.page.keyboard.type(text);
    }

    /** Runs a command of the palette by its title. */
    async command(title) {
        const input = this.page.locator('.quick-input-widget input.input');
        const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ has: this.page.getByText(title, { exact: true }) });
        // A palette that was opened before the extension was known does not learn of it.
        let tries = 0;
        await this.eventually(async () => {
            await this.keys(...tries++ > 0 ? ['Escape'] : [], 'F1');
            await input.waitFor({ timeout: PATIENCE });
            await input.fill(`>${title}`);
            return row.first().waitFor({ timeout: 5_000 }).then(() => undefined, () => input.inputValue());
        }, 'no such command');
        await row.first().click();
        await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: PATIENCE }).catch(() => { });
    }

    /** Chooses a file in the dialog that asks for one, and presses its button; a press while it looks the file up counts for nothing. */
    async choose(file, label) {
        const dialog = this.page.locator('.quick-input-widget');
        await dialog.locator('input.input').waitFor({ timeout: PATIENCE });
        await dialog.locator('input.input').fill(this.path(file));
        await dialog.locator('.monaco-list-row', { hasText: basename(file) }).first().waitFor({ timeout: PATIENCE });
        await this.eventually(async () => {
            await dialog.locator('.monaco-button', { hasText: label }).click({ timeout: 3_000 }).catch(() => { });
            return dialog.waitFor({ state: 'hidden', timeout: 3_000 }).then(() => undefined, () => dialog.innerText());
        }, `${label} does not close the dialog`);
    }

    /** Opens a fresh copy of an example, changed as asked, in the only editor. */
    async fresh(example, change = text => text, name = example) {
        await this.closeAll();
        const text = change(readFileSync(join(this.#examples, example), 'utf8'));
        writeFileSync(this.path(name), text);
        await this.show(name);
    }

    async show(name) {
        await this.keys('Control+p');
        const input = this.page.locator('.quick-input-widget input.input');
        await input.waitFor({ timeout: PATIENCE });
        await input.fill(this.path(name));
        const row = this.page.locator(`.quick-input-list .monaco-list-row[aria-label^="${basename(name)}"]`).first();
        await row.waitFor({ timeout: PATIENCE });
        await row.click();
        await this.page.locator(`.tab.active[data-resource-name="${basename(name)}"]`).waitFor({ timeout: PATIENCE });
        await this.page.locator(`${EDITOR} .view-line`).first().waitFor({ timeout: PATIENCE });
    }

    /** Leaves everything that a test may have left open, without saving. */
    async closeAll() {
        await this.keys('Escape', 'Escape', 'Escape');
        // Where nothing shows a tooltip.
        await this.page.mouse.move(200, 500);
        await this.hidePanel();
        for (let count = 0; count < 20 && await this.page.locator('.part.editor .tab').count() > 0; count++) {
            await this.command('View: Revert and Close Editor');
        }
    }

    /** Puts the cursor on a word: the `nth` place of `text` in the file, `within` characters behind its beginning. */
    async cursor(name, text, { nth = 0, within = 0, unsaved } = {}) {
        const content = unsaved ?? readFileSync(this.path(name), 'utf8');
        let offset = -1;
        for (let count = 0; count <= nth; count++) {
            offset = content.indexOf(text, offset + 1);
            if (offset < 0) {
                throw new Error(`"${text}" is not ${nth + 1} times in ${name}`);
            }
        }
        const before = content.slice(0, offset + within).split('\n');
        await this.keys('Control+g');
        const input = this.page.locator('.quick-input-widget input.input');
        await input.waitFor({ timeout: PATIENCE });
        const [line, column] = [before.length, before.at(-1).length + 1];
        await input.fill(`:${line}:${column}`);
        await this.page.locator('.quick-input-list .monaco-list-row, .quick-input-message').filter({ hasText: `${line}` }).first()
            .waitFor({ timeout: PATIENCE });
        await this.keys('Enter');
        await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: PATIENCE });
        await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor({ timeout: PATIENCE });
    }

    /** The line of the file, counted from 1, that a text is in. */
    lineOf(name, text) {
        const lines = readFileSync(this.path(name), 'utf8').split('\n');
        const line = lines.findIndex(one => one.includes(text)) + 1;
        if (line === 0) {
            throw new Error(`"${text}" is not in ${name}`);
        }
        return line;
    }

    /** Shows the Problems view. */
    async showProblems() {
        await this.command('View: Focus Problems');
        await this.page.locator('.part.panel .markers-panel').waitFor({ timeout: PATIENCE });
    }

    async hidePanel() {
        const panel = this.page.locator('.part.panel');
        if (await panel.isVisible()) {
            await this.keys('Control+j');
            await panel.waitFor({ state: 'hidden', timeout: PATIENCE });
        }
    }

    async save() {
        await this.keys('Control+s');
    }

    // ---- seeing ----

    get editor() {
        return this.page.locator(EDITOR).first();
    }

    /** The lines in view, with hints, from top to bottom. */
    async lines() {
        return this.editor.locator('.view-lines').evaluate(lines => [...lines.querySelectorAll('.view-line')]
            .map(line => ({ top: parseInt(line.style.top, 10), text: line.textContent.replaceAll('\u00a0', ' ') }))
            .sort((a, b) => a.top - b.top)
            .map(line => line.text));
    }

    /** Waits until a line in view contains a text or fits a pattern, and returns it. */
    async line(wanted, bound = PATIENCE) {
        const fits = text => wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted);
        const found = await until(async () => (await this.lines()).find(fits), bound);
        if (found === undefined) {
            throw new Error(`no line with ${wanted}; in view:\n${(await this.lines()).join('\n')}`);
        }
        return found;
    }

    /** Where a text is on the screen. */
    async place(text, nth = 0) {
        const found = await until(() => this.editor.locator('.view-lines').evaluate((lines, [wanted, number]) => {
            const sorted = [...lines.querySelectorAll('.view-line')].sort((a, b) => parseInt(a.style.top, 10) - parseInt(b.style.top, 10));
            for (const line of sorted) {
                const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
                const nodes = [];
                let all = '';
                while (walker.nextNode()) {
                    nodes.push([all.length, walker.currentNode]);
                    all += walker.currentNode.data.replaceAll('\u00a0', ' ');
                }
                let at = all.indexOf(wanted);
                while (at >= 0 && number > 0) {
                    number--;
                    at = all.indexOf(wanted, at + 1);
                }
                if (at >= 0) {
                    const locate = offset => nodes.findLast(([start]) => start <= offset);
                    const [from, first] = locate(at);
                    const [to, last] = locate(at + wanted.length - 1);
                    const range = document.createRange();
                    range.setStart(first, at - from);
                    range.setEnd(last, at + wanted.length - to);
                    const box = range.getBoundingClientRect();
                    return { x: box.x, y: box.y, width: box.width, height: box.height, colour: getComputedStyle(first.parentElement).color };
                }
            }
            return undefined;
        }, [text, nth]), PATIENCE);
        if (!found) {
            throw new Error(`"${text}" is not in view:\n${(await this.lines()).join('\n')}`);
        }
        return found;
    }

    /**
     * Points at a text and returns the hover's element when it is there. Lenses and hints that come meanwhile move the text
     * away from under the pointer: then it is pointed at where it is now.
     */
    async hover(text, nth = 0) {
        const hover = this.page.locator('.monaco-resizable-hover .monaco-hover:not(.hidden), .monaco-hover.fade-in:not(.hidden)').first();
        const shown = await until(async () => {
            const before = await this.place(text, nth);
            await this.page.mouse.move(200, 500);
            await this.keys('Escape');
            await hover.waitFor({ state: 'hidden', timeout: PATIENCE });
            await this.page.mouse.move(before.x + Math.min(before.width / 2, 20), before.y + before.height / 2);
            const came = await hover.waitFor({ timeout: PATIENCE }).then(() => true, () => false);
            const after = await this.place(text, nth);
            return came && after.x === before.x && after.y === before.y;
        }, 2 * PATIENCE);
        if (!shown) {
            throw new Error(`no hover comes for "${text}"`);
        }
        return hover;
    }

    /** The file on disk when it fits, within the bound. */
    async saved(name, fits) {
        const text = await until(() => {
            const now = readFileSync(this.path(name), 'utf8');
            return fits(now) ? now : undefined;
        }, PATIENCE);
        if (text === undefined) {
            throw new Error(`${name} does not become what was expected; it is:\n${readFileSync(this.path(name), 'utf8')}`);
        }
        return text;
    }

    /** Waits for a state that is described where it does not hold: `look` returns undefined where it does. */
    async eventually(look, what, bound = PATIENCE) {
        let seen;
        const reached = await until(async () => (seen = await look()) === undefined, bound);
        if (!reached) {
            throw new Error(`${what}: ${seen}`);
        }
    }

    /** The text of an element, when a piece of it is there. */
    async text(locator, piece, bound = PATIENCE) {
        let text = '';
        await this.eventually(async () => {
            text = (await locator.innerText()).replaceAll('\u00a0', ' ');
            return text.includes(piece) ? undefined : text;
        }, `"${piece}" does not come`, bound);
        return text;
    }

    /** Waits until a view, such as a preview, shows a text; such views are pages of their own. */
    async view(text, bound = 60_000) {
        const found = await until(async () => {
            for (const frame of this.page.frames()) {
                const shown = await frame.evaluate(() => document.body?.innerText ?? '').catch(() => '');
                if (frame !== this.page.mainFrame() && shown.includes(text)) {
                    return frame;
                }
            }
            return undefined;
        }, bound);
        if (!found) {
            throw new Error(`no view shows "${text}"`);
        }
    }

    /** The drawing beside the text, when it is drawn. */
    async drawing(bound = 60_000) {
        const found = await until(async () => {
            for (const frame of this.page.frames()) {
                if (await frame.evaluate(() => document.documentElement.dataset.ready === 'yes').catch(() => false)) {
                    return frame;
                }
            }
            return undefined;
        }, bound);
        if (!found) {
            throw new Error('no drawing comes');
        }
        return found;
    }

    // ---- problems and what mends them ----

    /** Waits until something in view is underlined as an error, a warning or an info. */
    async squiggle(severity, bound = 60_000) {
        await this.editor.locator(`.squiggly-${severity}`).first().waitFor({ timeout: bound });
    }

    async noSquiggle(severity) {
        await this.eventually(async () => {
            const count = await this.editor.locator(`.squiggly-${severity}`).count();
            return count === 0 ? undefined : String(count);
        }, `something is still underlined as ${severity}`);
    }

    /** The rows of the Problems view. */
    get problems() {
        return this.page.locator('.markers-panel .monaco-list-row');
    }

    async problem(text) {
        await this.problems.filter({ hasText: text }).first().waitFor({ timeout: PATIENCE });
    }

    async noProblem(text) {
        await this.eventually(async () => {
            const rows = await this.problems.allTextContents();
            return rows.some(row => row.includes(text)) ? rows.join('\n') : undefined;
        }, `"${text}" is still in the Problems view`);
    }

    /** Waits until the status bar has a text. */
    async status(text) {
        await this.page.locator('.statusbar-item', { hasText: text }).first().waitFor({ timeout: PATIENCE });
    }

    /** Asks for what can be done at the cursor; the offers. */
    async offers() {
        const rows = this.page.locator('.action-widget .monaco-list-row.action');
        const asked = await until(async () => {
            await this.keys('Control+.');
            return rows.first().waitFor({ timeout: 3_000 }).then(() => true, async () => {
                // The server did not know the problem yet: nothing was offered, or not everything.
                await this.keys('Escape');
                return false;
            });
        }, PATIENCE);
        if (!asked) {
            throw new Error('nothing is offered');
        }
        return rows;
    }

    /** The suggestions, when one of them has a text. */
    async suggestions(text) {
        const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
        await rows.filter({ hasText: text }).first().waitFor({ timeout: PATIENCE });
        return rows;
    }
}
