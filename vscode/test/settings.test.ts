import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { describe, it } from 'node:test';
import { problems, severitySchema } from '../scripts/problem-pages.mjs';
import { list, serverSettings } from '../src/settings';
import { ROOT } from './tokens';

/** What is read of package.json. */
interface Manifest {
    readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: string[] } };
    readonly contributes: {
        readonly configuration: { readonly properties: Record<string, { readonly scope: string; readonly properties?: unknown }> }[];
        readonly commands: { readonly command: string; readonly category: string }[];
        readonly menus: Record<string, { readonly command: string }[]>;
        readonly languages: { readonly icon?: Record<string, string>; readonly configuration?: string }[];
        readonly snippets: { readonly path: string }[];
        readonly walkthroughs?: { readonly steps: { readonly media: Record<string, unknown>; readonly description: string }[] }[];
    };
    readonly icon: string;
}

const MANIFEST = JSON.parse(fs.readFileSync('package.json', 'utf8')) as Manifest;
const PROPERTIES = Object.assign({}, ...MANIFEST.contributes.configuration.map(section => section.properties)) as Manifest['contributes']['configuration'][0]['properties'];

describe('settings', () => {
    it('reach the server as lists', () => {
        const values: Record<string, unknown> = { kernel: '6.12', pageSize: ['4K', ' 64K '], passthrough: undefined };
        assert.deepEqual(serverSettings(name => values[name]), { kernel: ['6.12'], pageSize: ['4K', '64K'], passthrough: [], severity: {} });
    });

    it('may be numbers where releases are meant', () => assert.deepEqual(list([6.12, '7.2', null, {}]), ['6.12', '7.2']));

    it('leave out severities that do not exist', () => {
        const severity = { PCI301: 'error', PCI302: 'fatal', PCI303: 'off', PCI304: 3 };
        assert.deepEqual(serverSettings(name => name === 'severity' ? severity : undefined).severity, { PCI301: 'error', PCI303: 'off' });
    });

    it('offer every problem with its title (after a change: npm run problems)', () => {
        assert.deepEqual(PROPERTIES['pcitopo.severity']?.properties, severitySchema(problems(`${ROOT}/docs/problems`)));
    });

    it('have a page with title and severity for each problem', () => {
        assert.deepEqual(problems(`${ROOT}/docs/problems`).filter(problem => problem.title === '' || problem.severity === ''), []);
    });

    it('that start programs are not read from workspaces that are not trusted', () => {
        const starting = Object.keys(PROPERTIES).filter(name => /\.(command|home|options)$/.test(name));
        assert.deepEqual(MANIFEST.capabilities.untrustedWorkspaces.restrictedConfigurations, starting.sort());
    });
});

describe('the manifest', () => {
    it('has commands for its menus', () => {
        const commands = new Set(MANIFEST.contributes.commands.map(one => one.command));
        assert.deepEqual(Object.values(MANIFEST.contributes.menus).flat().filter(item => !commands.has(item.command)), []);
    });

    it('names commands alike', () => {
        assert.deepEqual(MANIFEST.contributes.commands.filter(one => one.category !== 'pcitopo' || !one.command.startsWith('pcitopo.')), []);
    });

    it('names files that are there', () => {
        const files = [MANIFEST.icon, ...MANIFEST.contributes.snippets.map(one => one.path),
            ...MANIFEST.contributes.languages.flatMap(one => [...Object.values(one.icon ?? {}), one.configuration ?? []].flat()),
            ...(MANIFEST.contributes.walkthroughs ?? []).flatMap(one => one.steps).flatMap(step => Object.entries(step.media))
                .flatMap(([kind, value]) => kind === 'altText' ? [] : typeof value === 'string' ? [value] : Object.values(value as Record<string, string>))];
        assert.deepEqual(files.filter(file => !fs.existsSync(file)), []);
    });

    it('leads from the walkthrough to commands that exist', () => {
        const commands = new Set(MANIFEST.contributes.commands.map(one => one.command));
        const named = (MANIFEST.contributes.walkthroughs ?? []).flatMap(one => one.steps)
            .flatMap(step => [...step.description.matchAll(/command:(pcitopo\.[\w.]+)/g)].map(match => match[1] ?? ''));
        assert.deepEqual(named.filter(command => !commands.has(command)), []);
    });
});
