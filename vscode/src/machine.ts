/** The machine that the extension runs on. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import type { Machine } from './java';

export const THIS_MACHINE: Machine = {
    platform: process.platform,
    environment: process.env,
    home: os.homedir(),
    read(file) {
        try {
            return fs.readFileSync(file, 'utf8');
        } catch {
            return undefined;
        }
    },
    isExecutable(file) {
        try {
            fs.accessSync(file, fs.constants.X_OK);
            return fs.statSync(file).isFile();
        } catch {
            return false;
        }
    },
    list(folder) {
        try {
            return fs.readdirSync(folder);
        } catch {
            return [];
        }
    },
    resolve(file) {
        try {
            return fs.realpathSync(file);
        } catch {
            return file;
        }
    },
    print(program, args) {
        const result = spawnSync(program, args, { encoding: 'utf8', timeout: 10_000, windowsHide: true });
        return result.error === undefined ? `${result.stdout}${result.stderr}` : undefined;
    },
};
