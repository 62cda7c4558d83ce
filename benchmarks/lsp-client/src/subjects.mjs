import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SCHEMA, json, yaml } from './texts/data.mjs';
import { langium } from './texts/langium.mjs';
import { pcitopo } from './texts/pcitopo.mjs';

const HERE = join(dirname(fileURLToPath(import.meta.url)), '..');
const ROOT = join(HERE, '..', '..');
const NODE_MODULES = join(HERE, 'node_modules');

/**
 * What is measured. `text(length)` returns a text with the places to edit in it; `files(folder)` writes what the server wants to find
 * beside the text; `settings` are what the server is told of its configuration.
 */
export const PCITOPO = [
    { name: 'pcitopo', shape: 'fleet' },
    { name: 'pcitopo, one host', shape: 'one-host' },
].map(({ name, shape }) => ({
    name,
    own: true,
    command: [join(ROOT, 'pcitopo'), 'lsp'],
    extension: 'pcitopo',
    languageId: 'pcitopo',
    text: length => pcitopo(length, shape),
}));

export const PEERS = [
    {
        name: 'JSON (vscode-langservers-extracted)',
        command: [process.execPath, join(NODE_MODULES, 'vscode-langservers-extracted', 'bin', 'vscode-json-language-server'), '--stdio'],
        extension: 'json',
        languageId: 'json',
        settings: { json: { validate: { enable: true }, schemas: [{ fileMatch: ['*.json'], url: 'memory://topology', schema: SCHEMA }] } },
        text: json,
    },
    {
        name: 'YAML (yaml-language-server)',
        command: [process.execPath, join(NODE_MODULES, 'yaml-language-server', 'bin', 'yaml-language-server'), '--stdio'],
        extension: 'yaml',
        languageId: 'yaml',
        files: folder => writeFileSync(join(folder, 'schema.json'), JSON.stringify(SCHEMA)),
        settings: { yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } }, http: {}, editor: {} },
        text: yaml,
    },
    {
        name: 'Langium (a small topology language)',
        command: [process.execPath, join(HERE, 'peers', 'langium', 'server.mjs'), '--stdio'],
        extension: 'topology',
        languageId: 'topology',
        text: langium,
    },
];
