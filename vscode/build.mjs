// @ts-check
// Builds the extension: dist/extension.js and syntaxes; with --tests also the tests, into out.
import { build } from 'esbuild';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import grammar from './grammar/pcitopo.mjs';
import report, { codeBlock } from './grammar/report.mjs';

const tests = process.argv.includes('--tests');

/** @type {import('esbuild').BuildOptions} */
const common = { bundle: true, platform: 'node', format: 'cjs', target: 'node18', logLevel: 'warning', legalComments: 'none' };

mkdirSync('syntaxes', { recursive: true });
for (const [name, content] of Object.entries({ 'pcitopo': grammar, 'pcitopo-report': report, 'codeblock': codeBlock })) {
    writeFileSync(`syntaxes/${name}.tmLanguage.json`, `${JSON.stringify(content, null, 2)}\n`);
}
await build({
    ...common, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'], minify: true, sourcemap: false,
});
if (tests) {
    rmSync('out', { recursive: true, force: true });
    await build({
        ...common,
        entryPoints: readdirSync('test').filter(name => name.endsWith('.test.ts')).map(name => `test/${name}`),
        outdir: 'out',
        external: ['vscode', 'vscode-textmate', 'vscode-oniguruma'],
        sourcemap: 'inline',
    });
}
