// node bench/rehearsal.ts [--write]: plays every case file of examples/ in one rehearsal space, and prints what it took beside the floor; how: README.md.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { startProjector } from '../cli/projector.ts';
import { casesOf } from '../cli/rehearsing.ts';
import { withServers } from '../cli/space.ts';
import { withStack } from '../cli/up.ts';
import { installRuntime, startWorker } from '../cli/worker.ts';
import { dataDirOf, readConfig, root, type Config } from '../infra/config.ts';
import { loggerOf } from '../infra/logger.ts';
import { dropSpace, provisionSpace } from '../infra/provision.ts';
import { findRun, type Run } from '../infra/run-file.ts';
import type { Report } from '../rehearsal/entry.ts';
import { play } from '../rehearsal/player.ts';
import { measureFloor } from './floor.ts';
import { quantile, Samples, timed } from './samples.ts';

const page = join(root, 'bench/README.md');
const between = { from: '<!-- measured: written by bench/rehearsal.ts -->', to: '<!-- end of measured -->' };
const onlyErrors = { OCOP_LOG_LEVEL: 'error' } as const;
const floorName = 'floor: append and read back';
const allName = 'all commands';

/** Every command that goes over the API, from the request to its answer; a signal is answered before it is decided, so it is left out. */
const listening = (samples: Samples): (() => void) => {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const { result, ms } = await timed(() => fetch(input, init));
    const name =
      String(input instanceof Request ? input.url : input)
        .split('/')
        .at(-1) ?? '';
    if (init?.method === 'POST' && name !== 'signal' && result.ok) {
      samples.add(name, ms);
      samples.add(allName, ms);
    }
    return result;
  };
  return () => {
    globalThis.fetch = fetch;
  };
};

const played = async (config: Config, run: Run, samples: Samples) => {
  const cases = casesOf(
    config,
    readdirSync(join(root, 'examples'))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => join(root, 'examples', file)),
  );
  const { addresses, bundle } = run;
  const told: string[] = [];
  const report: Report = (entry) => {
    if (entry.kind === 'differs' || entry.kind === 'stopped') told.push(JSON.stringify(entry));
  };
  installRuntime(loggerOf(onlyErrors, 'temporal'));
  return withServers(addresses, async (servers) => {
    const name = `do-${randomBytes(4).toString('hex')}`;
    const bare = await provisionSpace(servers, { name: `${name}-san`, kind: 'rehearsal' }, false);
    const space = await provisionSpace(servers, { name, kind: 'rehearsal' }, false);
    const worker = await startWorker(addresses, space, { workflowBundle: { codePath: bundle }, logger: loggerOf(onlyErrors, 'worker') });
    const projector = await startProjector(addresses, space, loggerOf(onlyErrors, 'projector'));
    try {
      for (const ms of await measureFloor(addresses, bare.name)) samples.add(floorName, ms);
      const stop = listening(samples);
      const { result: tally, ms } = await timed(() => play(cases, { url: run.api.url, token: run.api.token, space: name }, report));
      stop();
      if (!tally.ok) throw new Error(`a story did not turn out as it is written:\n${told.join('\n')}`);
      return { cases: cases.length, tally, ms };
    } finally {
      await worker.stop();
      await projector.stop();
      await dropSpace(servers, space.name);
      await dropSpace(servers, bare.name);
    }
  });
};

const ms = (time: number) => time.toFixed(1);
const tableOf = (samples: Samples): string => {
  const floor = quantile(samples.of(floorName), 0.5);
  const rows = samples
    .rows()
    .map(
      ({ name, count, p50, p95 }) =>
        `| ${name === floorName || name === allName ? `*${name}*` : `\`${name}\``} | ${count} | ${ms(p50)} | ${ms(p95)} | ${(p50 / floor).toFixed(1)} |`,
    );
  return ['| Command | Times | p50, ms | p95, ms | p50 to the floor |', '|---|---|---|---|---|', ...rows].join('\n');
};
const gibibyte = 1_073_741_824;
const machine = () =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / gibibyte)} GiB, ${platform()} ${release()}, ` +
  `Node ${process.version}, load average ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')} when it ended`;

async function measure(config: Config): Promise<string> {
  const run = findRun(dataDirOf(config));
  if (!run) throw new Error('no stack is running');
  const samples = new Samples();
  const { cases, tally, ms: whole } = await played(config, run, samples);
  const day = new Date().toISOString().slice(0, 10);
  return (
    `Measured on ${day}: ${cases} case files, ${tally.steps} steps, ${tally.met} expectations met, in ${(whole / 1_000).toFixed(1)} s, ` +
    `${ms(whole / tally.steps)} ms a step with all that its day brings.\n${machine()}.\n\n${tableOf(samples)}`
  );
}

const read = readConfig();
if (!('config' in read)) throw new Error(read.faults.join('\n'));
const { config } = read;
const work = () => measure(config);
const text = findRun(dataDirOf(config)) ? await work() : await withStack(config, work);
console.log(text);
if (process.argv.includes('--write')) {
  const [head, rest] = readFileSync(page, 'utf8').split(between.from);
  const tail = rest?.split(between.to)[1];
  if (head === undefined || tail === undefined) throw new Error(`${page} has lost the marks between which the table stands`);
  writeFileSync(page, `${head}${between.from}\n\n${text}\n\n${between.to}${tail}`);
}
