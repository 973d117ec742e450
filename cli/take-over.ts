import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import * as z from 'zod';
import type { Config } from '../infra/config.ts';
import { consoleWords } from '../texts/console.ts';
import { registerColumns } from '../texts/register-columns.ts';
import { openClient, type Client } from './client.ts';
import { Failure } from './failure.ts';
import { listing, type Shown } from './listing.ts';
import { print, printJson, table } from './output.ts';
import { readRegister, type RegisterRow } from './register.ts';
import { named, rehearsing, type Named } from './sending.ts';

/** What became of one line. `basis`: the place that says no; `detail`: what is wrong and what to do. */
interface Taken {
  line: number;
  id: string;
  name: string;
  outcome: 'ok' | 'already' | 'refused';
  code?: string | undefined;
  basis?: unknown;
  detail?: string | undefined;
}

/** Each line of a register becomes a certificate here. Ids are made of the content: the same file again changes nothing. */
export const takeOverCommand = (config: Config): Command =>
  rehearsing(listing('take-over', 'npx ocop take-over giay-chung-nhan.csv --space main'))
    .argument('<file.csv>', 'with the columns of docs/taking-over.md')
    .description('take over the certificates of a register')
    .action(async (file: string, options: Shown & Named) => {
      const rows = readRegister(textOf(file));
      const client = openClient(config, options.space);
      const { position } = await client.get<{ position: number }>('/pending');
      const taken: Taken[] = [];
      try {
        for (const row of rows) taken.push(await takenOver(config, { client, row, position, frame: named(options) }));
      } finally {
        show(config, taken, options.json); // what was done before trouble came is told, too
      }
      if (taken.some(({ outcome }) => outcome === 'refused')) process.exitCode = 1;
    });
function textOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    throw new Failure(`${file}: ${error instanceof Error ? error.message : String(error)} (UTF-8)`, 2);
  }
}

interface Taking {
  client: Client;
  row: RegisterRow;
  /** Of the log when the file was begun: the views are waited for, to tell what was there before. */
  position: number;
  frame: object;
}
async function takenOver(config: Config, { client, row, position, frame }: Taking): Promise<Taken> {
  const { line, id, name, commandId, data } = row;
  const isThere = await known(client, `/certificates/${encodeURIComponent(id)}?after=${position}`);
  try {
    await client.post(`/certificate/${encodeURIComponent(id)}/takeOverCertificate`, { commandId, data, ...frame });
    return { line, id, name, outcome: isThere ? 'already' : 'ok' };
  } catch (error) {
    const refused = refusalOf(error);
    if (!refused) throw error;
    return { line, id, name, outcome: 'refused', code: refused.code, basis: refused.basis, detail: told(config, refused) };
  }
}
const known = (client: Client, path: string): Promise<boolean> =>
  client.get(path).then(
    () => true,
    (error: unknown) => {
      if (refusalOf(error)?.code === 'not-found') return false;
      throw error;
    },
  );

const problem = z.object({
  code: z.string(),
  detail: z.string().catch(''),
  basis: z.unknown().optional(),
  data: z
    .object({ fields: z.array(z.string()) })
    .optional()
    .catch(undefined),
});
type Refused = z.infer<typeof problem>;
/** What the engine says no to; anything else is trouble, and ends the run. */
const refusalOf = (error: unknown): Refused | undefined =>
  error instanceof Failure && error.exitCode === 1 ? problem.safeParse(error.problem).data : undefined;

/** A field is told by its column, and another content under a known id by the way to correct it. */
const told = (config: Config, { code, detail, data }: Refused): string => {
  const { takeOver } = consoleWords[config.OCOP_LANGUAGE];
  if (code === 'NotAtThisStage' || code === 'CertificateNotInForce') return takeOver.otherwise;
  if (code !== 'Malformed' || data === undefined) return detail;
  return takeOver.wrongColumns(data.fields.map((field) => columnOf(field, config)).join(', '));
};
const columnOf = (field: string, { OCOP_LANGUAGE: language }: Config): string => {
  const last = field.split('.').at(-1) ?? field;
  const name = field === 'producer.name' ? 'producer' : field === 'producer.id' ? 'producerId' : last;
  const column = Object.entries(registerColumns).find(([key]) => key === name)?.[1];
  return column ? column[language] : field;
};

function show(config: Config, rows: readonly Taken[], isJson: boolean): void {
  const count = (outcome: Taken['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  const total = { rows: rows.length, ok: count('ok'), already: count('already'), refused: count('refused') };
  if (isJson) {
    printJson({ rows, total });
    return;
  }
  const { takeOver, columns } = consoleWords[config.OCOP_LANGUAGE];
  const drawn = rows.map(({ line, name, id, outcome, code, detail }) => [
    line,
    name,
    id,
    takeOver.outcomes[outcome],
    code === undefined ? '' : `${detail ?? ''} [${code}]`,
  ]);
  print(table([takeOver.line, columns.product, columns.id, columns.state, columns.why], drawn));
  print(takeOver.total(total));
}
