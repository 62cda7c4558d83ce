// A language server as Langium makes it of a grammar, for a language that looks like pcitopo's and knows nothing of simulation.
import { readFileSync } from 'node:fs';
import { inject } from 'langium';
import { createLangiumGrammarServices, interpretAstReflection } from 'langium/grammar';
import { createDefaultModule, createDefaultSharedModule, startLanguageServer } from 'langium/lsp';
import { EmptyFileSystem, URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';

const grammarServices = createLangiumGrammarServices(EmptyFileSystem);
const document = grammarServices.shared.workspace.LangiumDocumentFactory.fromString(
    readFileSync(new URL('topology.langium', import.meta.url), 'utf8'), URI.parse('memory:/topology.langium'));
grammarServices.shared.workspace.LangiumDocuments.addDocument(document);
await grammarServices.shared.workspace.DocumentBuilder.build([document], { validation: false });
const grammar = document.parseResult.value;

const shared = inject(createDefaultSharedModule({ connection: createConnection(ProposedFeatures.all), ...NodeFileSystem }),
    { AstReflection: () => interpretAstReflection(grammar) });
const language = inject(createDefaultModule({ shared }), {
    Grammar: () => grammar,
    LanguageMetaData: () => ({ languageId: 'topology', fileExtensions: ['.topology'], caseInsensitive: false, mode: 'production' }),
    parser: {},
});
shared.ServiceRegistry.register(language);
startLanguageServer(shared);
