// @ts-check
// Writes the codes and titles of all problems (docs/problems) into the schema of the setting pcitopo.severity in package.json.
// A test fails where they differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { problems, severitySchema } from './problem-pages.mjs';

const manifest = new URL('../package.json', import.meta.url);
const json = JSON.parse(readFileSync(manifest, 'utf8'));
for (const section of json.contributes.configuration) {
    if ('pcitopo.severity' in section.properties) {
        section.properties['pcitopo.severity'].properties = severitySchema(problems(fileURLToPath(new URL('../../docs/problems', import.meta.url))));
    }
}
writeFileSync(manifest, `${JSON.stringify(json, null, 2)}\n`);
