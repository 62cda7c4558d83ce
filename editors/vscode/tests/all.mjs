// In the order in which they run: the server is killed last.
import { drawing } from './drawing.mjs';
import { extension } from './extension.mjs';
import { problems } from './problems.mjs';
import { reading } from './reading.mjs';
import { server } from './server.mjs';
import { tour } from './tour.mjs';
import { writing } from './writing.mjs';

/** Names, and what is done and asserted. */
export const tests = [...problems, ...reading, ...writing, ...drawing, ...extension, ...server];

export { tour };
