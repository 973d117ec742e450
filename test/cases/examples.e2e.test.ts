import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Entry } from '../../rehearsal/entry.ts';
import { play } from '../../rehearsal/player.ts';
import { readCases } from '../../rehearsal/read-case.ts';
import { textReport } from '../../rehearsal/report.ts';
import { serveApi, tokenOf } from '../api/serve.ts';
import { openTestSpace, type TestSpace } from '../kit/space.ts';

const folder = join(import.meta.dirname, '../../examples');
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => join(folder, file));
let space: TestSpace;
let url: string;
beforeAll(async () => {
  space = await openTestSpace({ kind: 'rehearsal' });
  const { app } = await serveApi({ driver: [{ role: 'driver', unit: '' }] });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});

const perFileMs = 60_000;
test(
  'the examples, played together in one rehearsal on the real engine, end as they say',
  { timeout: files.length * perFileMs },
  async () => {
    const read = readCases(files);
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    const entries: Entry[] = [];
    const lines: string[] = [];
    const print = textReport('vi', (line) => {
      lines.push(line);
    });
    const tally = await play(read.cases, { url, token: tokenOf('driver'), space: space.space.name }, (entry) => {
      entries.push(entry);
      print(entry);
    });
    expect(
      entries.filter(({ kind }) => kind === 'differs' || kind === 'stopped'),
      lines.join('\n'),
    ).toEqual([]);
    expect(tally).toMatchObject({ ok: true, differs: 0, stopped: 0 });
    expect(tally.met).toBeGreaterThan(100);
  },
);
