import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { before, describe, it } from 'node:test';
import type { IGrammar } from 'vscode-textmate';
import { OPTIONS, WORDS } from '../grammar/pcitopo.mjs';
import type { Piece } from './tokens';
import { loadGrammar, ROOT, scopeOf, tokenize } from './tokens';

let grammar: IGrammar;

before(async () => {
    grammar = await loadGrammar();
});

function files(folder: string): string[] {
    return fs.readdirSync(path.join(ROOT, folder)).filter(name => name.endsWith('.pcitopo')).map(name => path.join(folder, name));
}

function read(file: string): string {
    return fs.readFileSync(path.join(ROOT, file), 'utf8');
}

/** The pieces that nothing is known of. */
function uncoloured(pieces: Piece[]): string[] {
    return pieces.filter(piece => piece.text.trim() !== '' && (piece.scopes.length === 0 || piece.scopes.some(scope => scope.startsWith('invalid'))))
        .map(piece => `line ${piece.line}: '${piece.text}' is ${piece.scopes.at(-1) ?? 'nothing'}`);
}

function keywordsOfTheLanguage(): string[] {
    const text = read('dsl/src/main/java/org/pcitopo/dsl/Pcitopo.xtext').replace(/\/\*[\s\S]*?\*\//g, '').replace(/^terminal .*$/gm, '');
    const all = [...text.matchAll(/'([A-Za-z0-9][^']*)'/g)].map(match => match[1] ?? '');
    return [...new Set(all)].filter(word => !word.includes(' ')).sort();
}

describe('every character of a file without errors has a scope', () => {
    for (const file of [...files('examples'), ...files('dsl/src/main/resources/catalogue'), ...files('cli/src/dist/rehearsal')]) {
        it(file, () => assert.deepEqual(uncoloured(tokenize(grammar, read(file))), []));
    }

    it('the snippets of the language\'s reference', () => {
        const snippets = [...read('docs/language.md').matchAll(/^```pcitopo\n([\s\S]*?)^```/gm)].map(match => match[1] ?? '');
        assert.ok(snippets.length > 5);
        assert.deepEqual(uncoloured(tokenize(grammar, snippets.join('\n'))), []);
    });
});

describe('words', () => {
    it('every keyword of the language is known, and nothing else', () => {
        assert.deepEqual(Object.values(WORDS).flat().sort(), keywordsOfTheLanguage());
    });

    it('a keyword is coloured as one wherever it stands', () => {
        const plain = keywordsOfTheLanguage().filter(word => scopeOf(tokenize(grammar, word), word).startsWith('variable'));
        assert.deepEqual(plain, []);
    });

    it('a keyword inside a name is a part of the name', () => {
        assert.equal(scopeOf(tokenize(grammar, 'expect host-window BAR 0 mapped'), 'host-window'), 'variable.other.name');
    });

    it('a keyword behind ^ is a name', () => {
        assert.equal(scopeOf(tokenize(grammar, 'unplug ^host'), '^host'), 'variable.other.name');
    });
});

describe('literals', () => {
    const table: [string, string, string][] = [
        ['BAR 0 at 0xfe800000', '0xfe800000', 'constant.numeric.hex'],
        ['[mem 0xfe800000-0xfe8fffff]', '0xfe800000-0xfe8fffff', 'constant.numeric.range'],
        ['[mem fe800000-fe8fffff]', 'fe800000-fe8fffff', 'constant.numeric.range'],
        ['unplug 10000:e0:06.0', '10000:e0:06.0', 'constant.numeric.address'],
        ['unplug 01:00.0', '01:00.0', 'constant.numeric.address'],
        ['device 1f.3 audio', '1f.3', 'constant.numeric.address'],
        ['id c0a9:540a', 'c0a9:540a', 'constant.other.ids'],
        ['host-bridge 0000:00 {', '0000:00', 'constant.numeric.address.bus'],
        ['linux 6.1, 6.12.107+deb13-amd64', '6.12.107+deb13-amd64', 'constant.numeric.release'],
        ['[bus 00-ff]', '00-ff', 'constant.numeric.range.bus'],
        ['[bus ff]', 'ff', 'constant.numeric.bus'],
        ['page-size 64K', '64K', 'constant.numeric.size'],
        ['BAR 0: [mem size 4K]', '0', 'constant.numeric.number'],
        ['id 8086:0a5', '8086:0a5', 'invalid.illegal.literal'],
    ];
    for (const [text, piece, scope] of table) {
        it(`${piece} in ${text}`, () => assert.equal(scopeOf(tokenize(grammar, text), piece), scope));
    }
});

describe('declarations and references', () => {
    const table: [string, string, string][] = [
        ['platform a extends b {', 'b', 'entity.name.namespace.platform'],
        ['device-type a extends b {', 'b', 'entity.other.inherited-class'],
        ['host a on b "label" {', 'b', 'entity.name.namespace.platform'],
        ['boot a of b extends c {', 'c', 'entity.name.function.boot'],
        ['boot a of b {', 'b', 'entity.name.class.host'],
        ['device 00.0 disk : nvme passthrough', 'disk', 'entity.name.variable.function'],
        ['device 00.0 disk : nvme passthrough', 'nvme', 'entity.name.type.device-type'],
        ['device 00.0 passthrough', 'passthrough', 'storage.modifier'],
        ['bridge 00.0 root-port {', 'root-port', 'support.constant.kind'],
        ['expect VF 0 of nic BAR 0 mapped', 'nic', 'variable.other.name'],
        ['isolated-msi on', 'on', 'constant.language.value'],
    ];
    for (const [text, piece, scope] of table) {
        it(`${piece} in ${text}`, () => assert.equal(scopeOf(tokenize(grammar, text), piece), scope));
    }
});

describe('the kernel command line', () => {
    const line = 'command-line "root=/dev/sda1 quiet pci=realloc,hpmmiosize=64M,resource_alignment=16@pci:144d:a808;0000:01:00.0;20@00:1c.4/00.0,'
        + 'nonsense=1 vfio-pci.ids=144d:a808,10de:2204" // end';
    const table: [string, string][] = [
        ['command-line', 'keyword.other.statement'],
        ['root', 'variable.parameter.kernel.other'],
        ['/dev/sda1', 'string.unquoted.kernel-value'],
        ['quiet', 'variable.parameter.kernel.other'],
        ['pci', 'variable.parameter.kernel.known or keyword.other.kernel-ids'],
        ['realloc', 'support.function.kernel-option'],
        ['64M', 'constant.numeric.size.kernel'],
        ['resource_alignment', 'support.function.kernel-option'],
        ['16', 'constant.numeric.order.kernel'],
        ['@', 'punctuation.separator.kernel'],
        ['144d', 'constant.other.vendor.kernel'],
        ['a808', 'constant.other.device-id.kernel'],
        ['0000:01:00.0', 'constant.numeric.address.kernel'],
        ['00:1c.4/00.0', 'constant.numeric.address.kernel'],
        ['nonsense', 'invalid.unknown.kernel'],
        ['10de:2204', 'constant.other.ids.kernel'],
        ['end', 'no token'],
    ];
    for (const [piece, scope] of table.slice(0, -1)) {
        it(piece, () => assert.equal(scopeOf(tokenize(grammar, line), piece), scope));
    }

    it('ends with its quote', () => {
        assert.match(tokenize(grammar, line).at(-1)?.scopes.join(' ') ?? '', /^comment\.line/);
    });

    it('goes on over several lines', () => {
        assert.equal(scopeOf(tokenize(grammar, 'command-line "quiet\n    pci=realloc"\nexpect no BAR unassigned'), 'realloc'), 'support.function.kernel-option');
    });

    it('knows escapes and quotes of either sort', () => {
        const pieces = tokenize(grammar, `command-line 'a="b\\' c" pci=nomsi' expect`);
        assert.equal(scopeOf(pieces, 'nomsi'), 'support.function.kernel-option');
        assert.equal(scopeOf(pieces, 'expect'), 'keyword.control.check');
    });

    it('is read in a write to resource_alignment as well', () => {
        const pieces = tokenize(grammar, 'then resource_alignment "16@00:02.0;*:*:*.*:noresize"');
        assert.equal(scopeOf(pieces, '00:02.0'), 'constant.numeric.address.kernel');
        assert.equal(scopeOf(pieces, ':noresize'), 'keyword.other.kernel-suffix');
    });

    it('every option that the simulator knows is known', () => {
        const table = read('simulator/src/main/java/org/pcitopo/simulator/cmdline/PciOptionTable.java');
        const names = [...table.matchAll(/(?:(?:flag|value|prefix)\(to|new PciOption\(), ?"([^"=]+)=?"|new PciOption\("([^"=]+)=?"/g)]
            .map(match => match[1] ?? match[2] ?? '');
        assert.ok(names.length > 40);
        assert.deepEqual([...new Set(names)].sort(), [...new Set(OPTIONS)].sort());
    });
});

describe('comments', () => {
    it('name the problem that they keep back', () => {
        const pieces = tokenize(grammar, '// ignore PCI301: the guest never touches it');
        assert.equal(scopeOf(pieces, 'ignore'), 'keyword.other.ignore');
        assert.equal(scopeOf(pieces, 'PCI301'), 'constant.other.problem');
    });

    it('do not begin inside strings', () => {
        assert.equal(scopeOf(tokenize(grammar, 'import "a//b" boot'), 'boot'), 'storage.type.declaration');
    });
});
