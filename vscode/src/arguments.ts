/** The words after `pcitopo` for what the commands do. Knows nothing of VS Code. */
import * as path from 'node:path';
import type { ServerSettings } from './settings';
import { simulateOptions } from './settings';

/** A text to work on. */
export interface Source {
    /** The file on the disk, undefined for a text that has none. */
    readonly file: string | undefined;
    /** The folder of the workspace that it is in, if it is in one. */
    readonly workspace: string | undefined;
}

/** Which boots. */
export type Choice = { readonly boot: string } | { readonly host: string } | 'all';

/** What is run: its words, and where. */
export interface Words {
    readonly args: string[];
    readonly folder: string;
}

/**
 * Simulates what the editor holds: it comes on standard input, saved or not, as the file that it will be, so that imports are found.
 *
 * @param elsewhere the folder to run in for a text without a file
 */
export function simulate(source: Source, choice: Choice, settings: ServerSettings, elsewhere: string): Words {
    const which = choice === 'all' ? [] : 'boot' in choice ? ['--boot', choice.boot] : ['--host', choice.host];
    const folder = folderOf(source, elsewhere);
    return {
        args: ['simulate', '-', ...source.file === undefined ? [] : ['--as', nameIn(folder, source.file)], ...which, ...simulateOptions(settings)],
        folder,
    };
}

/** Reads what one machine says of itself; `-` is the text of an editor. */
export function importLogs(names: readonly string[]): string[] {
    return ['import', ...names];
}

export function replay(names: readonly string[]): string[] {
    return ['replay', ...names];
}

/**
 * Logs by the names that an imported file gives as their origin: relative to the workspace where all are in it, else to the first
 * one's folder.
 *
 * @param files at least one, absolute
 */
export function named(files: readonly string[], workspace: string | undefined): { names: string[]; folder: string } {
    const inside = workspace !== undefined && files.every(file => !leadsOut(path.relative(workspace, file)));
    const folder = inside ? workspace : path.dirname(files[0] ?? '.');
    return {
        folder,
        names: files.map(file => nameIn(folder, file)),
    };
}

/** What messages call `file` when pcitopo runs in `folder`. */
function nameIn(folder: string, file: string): string {
    const name = path.relative(folder, file);
    return leadsOut(name) ? file : name.startsWith('-') ? `./${name}` : name;
}

function leadsOut(relative: string): boolean {
    return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
}

/** An import never leads out of the folder in which pcitopo runs and that of the file: run in the whole workspace. */
function folderOf(source: Source, elsewhere: string): string {
    return source.workspace ?? (source.file === undefined ? elsewhere : path.dirname(source.file));
}
