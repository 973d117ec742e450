import { randomBytes } from 'node:crypto';
import { dataDirOf, type Config } from '../infra/config.ts';
import { loggerOf } from '../infra/logger.ts';
import { dropSpace, provisionSpace } from '../infra/provision.ts';
import { findRun, type Run } from '../infra/run-file.ts';
import { play } from '../rehearsal/player.ts';
import { readCases } from '../rehearsal/read-case.ts';
import type { CaseFile } from '../rehearsal/case-file.ts';
import { jsonReport, textReport } from '../rehearsal/report.ts';
import { showProblem } from '../rehearsal/problem.ts';
import { consoleWords } from '../texts/console.ts';
import { Failure } from './failure.ts';
import { note, print } from './output.ts';
import { startProjector } from './projector.ts';
import { withServers } from './space.ts';

/** Unknown words and wrong types are told with line and column, all at once, before anything runs. */
export function casesOf(config: Config, files: readonly string[]): readonly CaseFile[] {
  const read = readCases(files);
  if ('cases' in read) return read.cases;
  throw new Failure(read.problems.map((problem) => showProblem(problem, config.OCOP_LANGUAGE)).join('\n'), 2, read.problems);
}

const onlyErrors = { OCOP_LOG_LEVEL: 'error' } as const;
const runningStack = (config: Config): Run => {
  const run = findRun(dataDirOf(config));
  if (!run) throw new Failure(consoleWords[config.OCOP_LANGUAGE].notRunning, 3);
  return run;
};
const reportTo = (config: Config, json: boolean, write: (line: string) => void) =>
  json ? jsonReport(write) : textReport(config.OCOP_LANGUAGE, write);

/** Plays stories in a space that is served already; whether they turned out as they say. */
export async function rehearseIn(
  config: Config,
  space: string,
  cases: readonly CaseFile[],
  { json = false, write = note } = {},
): Promise<boolean> {
  const {
    api: { url, token },
  } = runningStack(config);
  return (await play(cases, { url, token, space }, reportTo(config, json, write))).ok;
}

/** A rehearsal of its own: makes a space, serves it in this process, plays, and drops the space unless it is to be kept. */
export async function rehearse(
  config: Config,
  cases: readonly CaseFile[],
  { json, keep, space: name = `thu-${randomBytes(4).toString('hex')}` }: { json: boolean; keep: boolean; space?: string },
): Promise<boolean> {
  const words = consoleWords[config.OCOP_LANGUAGE];
  const { addresses, bundle } = runningStack(config);
  const { installRuntime, startWorker } = await import('./worker.ts');
  installRuntime(loggerOf(onlyErrors, 'temporal'));
  return withServers(addresses, async (servers) => {
    const space = await provisionSpace(servers, { name, kind: 'rehearsal' }, keep);
    const worker = await startWorker(addresses, space, { workflowBundle: { codePath: bundle }, logger: loggerOf(onlyErrors, 'worker') });
    const projector = await startProjector(addresses, space, loggerOf(onlyErrors, 'projector'));
    try {
      return await rehearseIn(config, space.name, cases, { json, write: print });
    } finally {
      await worker.stop();
      await projector.stop();
      if (keep) note(words.spaceKept(space.name));
      else await dropSpace(servers, space.name);
    }
  });
}
