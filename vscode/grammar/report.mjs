// @ts-check
// Colours what `pcitopo simulate` and `pcitopo replay` print.

const X = '[0-9a-fA-F]';

export default {
    name: 'pcitopo report',
    scopeName: 'text.pcitopo-report',
    patterns: [
        { match: '^! .*$', name: 'markup.deleted.pcitopo-report' },
        { match: '^(host \\S+, boot \\S+|\\S.*?)(?=:)', captures: { 1: { name: 'markup.heading.pcitopo-report' } } },
        { match: '^  (command line|evidence|assumed|machine):', captures: { 1: { name: 'keyword.other.pcitopo-report' } } },
        { match: '^  (windows|resources|mappings|problems)$', captures: { 1: { name: 'markup.bold keyword.control.pcitopo-report' } } },
        { match: '\\b(?:emulated|none)(?:: .*)?$|\\bno address\\b|\\bunassigned\\b|\\bdifferent\\b', name: 'markup.deleted.pcitopo-report' },
        { match: '\\bpartly mapped\\b.*$', name: 'markup.changed.pcitopo-report' },
        { match: '\\bmapped$|\\bequal$', name: 'markup.inserted.pcitopo-report' },
        { match: `\\b${X}{4,8}:${X}{2}:[01]${X}\\.[0-7]\\b|\\b${X}{4,8}:${X}{2}\\b`, name: 'constant.numeric.address.pcitopo-report' },
        { match: `0x${X}+(?:-0x${X}+)?`, name: 'constant.numeric.range.pcitopo-report' },
        { match: '\\b(?:BAR [0-9]|VF BAR [0-9]|ROM|(?:io|mem|pref) window)\\b', name: 'support.type.resource.pcitopo-report' },
        { match: '~?\\b[0-9]+(?:\\.[0-9]+)?[KMGTPE]?\\b', name: 'constant.numeric.size.pcitopo-report' },
    ],
};

/** Colours pcitopo in code blocks of Markdown. */
export const codeBlock = {
    scopeName: 'markdown.pcitopo.codeblock',
    injectionSelector: 'L:text.html.markdown',
    patterns: [{
        begin: '(^|\\G)(\\s*)(\\`{3,}|~{3,})\\s*(?i:(pcitopo)(\\s+[^`~]*)?$)',
        beginCaptures: { 3: { name: 'punctuation.definition.markdown' }, 4: { name: 'fenced_code.block.language' }, 5: { name: 'fenced_code.block.language.attributes' } },
        end: '(^|\\G)(\\2|\\s{0,3})(\\3)\\s*$',
        endCaptures: { 3: { name: 'punctuation.definition.markdown' } },
        name: 'markup.fenced_code.block.markdown',
        patterns: [{ begin: '(^|\\G)(\\s*)(.*)', while: '(^|\\G)(?!\\s*([`~]{3,})\\s*$)', contentName: 'meta.embedded.block.pcitopo', patterns: [{ include: 'source.pcitopo' }] }],
    }],
};
