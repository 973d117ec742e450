import { historyFromJSON, historyToJSON, type History } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, Runtime, Worker, type ReplayWorkerOptions } from '@temporalio/worker';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { bundle } from '../../infra/temporal/worker.ts';
import { stories } from './stories.ts';

Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'ERROR', forward: {} } } });
const folder = join(import.meta.dirname, 'histories');
const payloadConverterPath = fileURLToPath(new URL('../../workflows/payload-converter.ts', import.meta.url));
interface Recorded {
  name: string;
  workflowId: string;
  json: unknown;
  history: History;
}
const recorded: readonly Recorded[] = readdirSync(folder).map((file) => {
  const { workflowId, history } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { workflowId: string; history: unknown };
  return { name: file.replace('.json', ''), workflowId, json: history, history: historyFromJSON(history) };
});
const named = (name: string): Recorded => {
  const found = recorded.find((each) => each.name === name);
  if (!found) throw new Error(`no history ${name}`);
  return found;
};
/** What each history's replay ends with: nothing, if the code still does what it did. */
const faultsIn = async (
  workflowBundle: ReplayWorkerOptions['workflowBundle'],
  histories: readonly Recorded[],
): Promise<(string | undefined)[]> => {
  const faults: (string | undefined)[] = [];
  for await (const { error } of Worker.runReplayHistories(
    { workflowBundle: workflowBundle as never, dataConverter: { payloadConverterPath } },
    histories,
  ))
    faults.push(error?.message);
  return faults;
};

test('there is a history of every story, and of runs before it continued as new', () => {
  const names = recorded.map(({ name }) => name);
  expect(names.filter((name) => !name.includes('-before')).sort()).toEqual(Object.keys(stories).sort());
  expect(names.filter((name) => name.includes('-before'))).toHaveLength(2);
});

test('between them, the histories hold every kind of command that the loop gives', () => {
  const kinds = new Set(
    recorded.flatMap(({ history }) =>
      (history.events ?? []).flatMap((event) =>
        Object.entries(event).flatMap(([key, value]) =>
          key.endsWith('EventAttributes') && (value ?? null) !== null ? [key.replace('EventAttributes', '')] : [],
        ),
      ),
    ),
  );
  for (const kind of [
    'activityTaskScheduled',
    'timerStarted',
    'timerFired',
    'timerCanceled',
    'upsertWorkflowSearchAttributes',
    'workflowExecutionUpdateAccepted',
    'workflowExecutionUpdateCompleted',
    'workflowExecutionSignaled',
    'workflowExecutionContinuedAsNew',
    'workflowExecutionCompleted',
  ])
    expect(kinds, kind).toContain(kind);
});

test("today's workflows do what the recorded runs did", async () => {
  const began = Date.now();
  expect(await faultsIn({ codePath: inject('bundlePath') }, recorded)).toEqual(recorded.map(() => undefined));
  console.info(`${recorded.length} histories in ${Date.now() - began} ms`);
});

test('a history can be written and read again without loss', () => {
  for (const { json, history } of recorded) {
    const again: unknown = JSON.parse(historyToJSON(history));
    expect(again).toEqual(json);
    expect(historyFromJSON(again)).toEqual(history);
  }
});

test('there is one protobufjs: messages of one copy are no messages to another', () => {
  const from = (name: string) => createRequire(createRequire(import.meta.url).resolve(name)).resolve('protobufjs');
  expect(new Set(['@temporalio/proto', '@temporalio/common', '@temporalio/worker', '@temporalio/client'].map(from)).size).toBe(1);
});

/** The history of a run, told as that of another type of workflow. */
const as = (workflow: string, { name, workflowId, json }: Recorded): Recorded => {
  const history = historyFromJSON(json);
  const type = history.events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType;
  if (type) type.name = workflow;
  return { name, workflowId, json, history };
};
const control: readonly [string, string][] = [
  ['productAsItIs', 'dossier-with-obligations-and-deadlines'],
  ['certificateAsItIs', 'certificate-to-its-end'],
  ['yearAsItIs', 'closed'],
  ['yearAsItIs', 'first-command-refused'],
  ['yearAsItIs', 'continued-as-new'],
  ['yearAsItIs', 'continued-as-new.1-before'],
];
const faulty: readonly [string, string][] = [
  ['productThatOwesNothing', 'dossier-with-obligations-and-deadlines'],
  ['productThatKnowsNoDeadline', 'dossier-with-obligations-and-deadlines'],
  ['certificateThatKnowsNoDeadline', 'certificate-to-its-end'],
  ['certificateThatKnowsNoDeadline', 'rehearsed'],
  ['certificateThatNeverEnds', 'certificate-to-its-end'],
  ['yearThatRefusesAll', 'closed'],
  ['yearThatRefusesAll', 'signals-done-and-refused'],
  ['yearThatEndsAtOnce', 'continued-as-new.1-before'],
  ['yearThatReadsTheLogBeforeItDecides', 'closed'],
  ['yearThatReadsTheLogBeforeItDecides', 'first-command-refused'],
  ['yearThatReadsTheLogBeforeItDecides', 'late-after-closing'],
];
test('workflows that do otherwise fail to replay, by what they do otherwise and not by their name', async () => {
  const broken = await bundle(fileURLToPath(new URL('broken-workflows.ts', import.meta.url)));
  const told = ([workflow, name]: readonly [string, string]) => as(workflow, named(name));
  expect(await faultsIn(broken, control.map(told))).toEqual(control.map(() => undefined));
  const faults = await faultsIn(broken, faulty.map(told));
  for (const [index, each] of faulty.entries()) expect(faults[index], each.join(' over ')).toMatch(/nondeterminis|non-determinis/i);
});
