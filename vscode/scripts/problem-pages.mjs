// @ts-check
// What the pages of docs/problems say of each problem.
import { readdirSync, readFileSync } from 'node:fs';

/** @typedef {{ code: string, title: string, severity: string }} Problem */

/** All problems, in the order of their codes. @param {string} folder where the pages are @returns {Problem[]} */
export function problems(folder) {
    return readdirSync(folder).filter(name => /^PCI[0-9]+\.md$/.test(name)).sort().map(name => {
        const page = readFileSync(`${folder}/${name}`, 'utf8');
        const code = name.slice(0, -'.md'.length);
        return { code, title: (/^# PCI[0-9]+: (.*)$/m.exec(page)?.[1] ?? '').trim(), severity: (/^Severity: (.*)$/m.exec(page)?.[1] ?? '').trim() };
    });
}

/** The schema that offers them in the settings. @param {Problem[]} all */
export function severitySchema(all) {
    return Object.fromEntries(all.map(problem => [problem.code, {
        type: 'string',
        enum: ['error', 'warning', 'info', 'off'],
        description: `${problem.title}. By itself: ${problem.severity}`,
    }]));
}
