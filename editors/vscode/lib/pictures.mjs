// Pictures of what there is to see, where they were asked for.
import { join } from 'node:path';

/** The whole window, in CSS pixels. */
export const WINDOW = { width: 1280, height: 800 };

export class Pictures {
    #page;
    #folder;

    /** @param folder where they go, or undefined for none */
    constructor(page, folder) {
        this.#page = page;
        this.#folder = folder;
    }

    get wanted() {
        return this.#folder !== undefined;
    }

    /** Keeps what is to be seen: all, or what lies around the given elements. */
    async keep(name, ...around) {
        if (!this.wanted) {
            return;
        }
        let clip;
        for (const locator of around) {
            const box = await locator.boundingBox();
            if (!box) {
                continue;
            }
            const left = Math.min(box.x, clip?.x ?? Infinity);
            const top = Math.min(box.y, clip?.y ?? Infinity);
            const right = Math.max(box.x + box.width, clip ? clip.x + clip.width : 0);
            const bottom = Math.max(box.y + box.height, clip ? clip.y + clip.height : 0);
            clip = { x: left, y: top, width: right - left, height: bottom - top };
        }
        await this.keepClip(name, clip);
    }

    /** Keeps a part of the window, or all of it. */
    async keepClip(name, clip) {
        if (this.wanted) {
            await this.#page.screenshot({ path: join(this.#folder, `vscode-${name}.png`), clip, animations: 'disabled', caret: 'hide' });
        }
    }
}
