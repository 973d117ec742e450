// node scripts/law-reference.ts: writes docs/reference/law.md, and tells every hole in it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf, holesOf } from './law/audit.ts';
import { exceptions, idleSettings } from './law/exceptions.ts';
import { readLaw } from './law/law.ts';
import { pageOf } from './law/page.ts';

const root = join(import.meta.dirname, '..');
const law = readLaw(root);
mkdirSync(join(root, 'docs/reference'), { recursive: true });
writeFileSync(join(root, 'docs/reference/law.md'), pageOf(law, exceptions, idleSettings));
const faults = faultsOf(holesOf(law), exceptions);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
