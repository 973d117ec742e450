import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { hashOfToken } from '../../infra/tokens.ts';
import { openTestSpace, type TestSpace } from '../kit/space.ts';
import { Ocop, outcomeOf, says } from './ocop.ts';

const token = 'a-token-for-processes-in-tests';
const tokens = join(dirname(inject('bundlePath')), `tokens-${randomUUID()}.json`);
const idea = { place: { commune: '28780', province: '86' }, name: 'Trà', idea: 'trà của làng' };
const running: ReturnType<Ocop['start']>[] = [];
let space: TestSpace;
let ocop: Ocop;
let url = '';
const serve = async (args: readonly string[], more: Readonly<Record<string, string>> = {}, words = 'RUNNING') => {
  const child = ocop.start(args, more);
  running.push(child);
  return { child, said: await says(child, words) };
};
const propose = (id: string): Promise<Response> =>
  fetch(`${url}/s/${space.space.name}/product-cycle/${id}/proposeIdea`, {
    method: 'POST',
    headers: { 'authorization': `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ commandId: `c-${id}`, data: idea }),
  });

beforeAll(async () => {
  space = await openTestSpace({ withWorker: false, withProjector: false });
  writeFileSync(tokens, JSON.stringify([{ sha256: hashOfToken(token), person: 'lan', roles: [{ role: 'auditor', unit: 'VN' }] }]), {
    mode: 0o600,
  });
  const { postgres, nats, natsMonitor, temporal } = inject('stack');
  ocop = new Ocop({
    OCOP_POSTGRES_URL: postgres,
    OCOP_NATS_URL: nats,
    OCOP_NATS_MONITOR_URL: natsMonitor,
    OCOP_TEMPORAL_ADDRESS: temporal,
    OCOP_WORKFLOW_BUNDLE: inject('bundlePath'),
    OCOP_TOKENS: tokens,
    OCOP_LOG_LEVEL: 'info',
  });
});
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

test('worker, projector and API run alone, several of each, by configuration alone; one that is killed is not missed', async () => {
  const { name } = space.space;
  const api = await serve(['api', '--json'], { OCOP_API_PORT: '26311' }, '"msg":"serving"');
  url = 'http://127.0.0.1:26311';
  await serve(['api'], { OCOP_API_PORT: '26312' }, 'serving');
  const projector = await serve(['projector', '--space', name, '--json'], {}, '"msg":"following the log"');
  await serve(['projector', '--space', name], {}, 'standing by');
  const workers = [
    await serve(['worker', '--space', name, '--json'], {}, '"msg":"serving"'),
    await serve(['worker', '--space', name], {}, 'serving'),
  ];
  expect((await propose('one-1')).status).toBe(200);
  for (const { child } of [projector, api, ...workers.slice(1)]) child.kill('SIGKILL');
  url = 'http://127.0.0.1:26312';
  const { position } = (await (await propose('two-1')).json()) as { position: number };
  await expect
    .poll(
      async () => {
        const answer = await fetch(`${url}/s/${name}/products?after=${position}`, { headers: { authorization: `Bearer ${token}` } });
        return ((await answer.json()) as { total?: number }).total;
      },
      { timeout: 30_000 },
    )
    .toBe(2);
});

test('a process that is asked to stop ends in order', async () => {
  const child = running.find(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  if (!child) throw new Error('one still runs');
  const ended = outcomeOf(child);
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});

test('an API that is given spaces serves these alone, and none that is not there', async () => {
  const other = await openTestSpace({ withWorker: false, withProjector: false });
  await serve(['api', '--space', space.space.name], { OCOP_API_PORT: '26313' }, 'serving');
  const ask = async (path: string) => fetch(`http://127.0.0.1:26313${path}`, { headers: { authorization: `Bearer ${token}` } });
  expect((await ask(`/s/${space.space.name}/products`)).status).toBe(200);
  expect((await ask(`/s/${other.space.name}/products`)).status).toBe(404);
  const health = (await (await ask('/health/ready')).json()) as { spaces: { name: string }[] };
  expect(health.spaces.map(({ name }) => name)).toEqual([space.space.name]);
  const absent = await ocop.run(['api', '--space', 'khong-co']);
  expect([absent.code, absent.stderr]).toEqual([1, expect.stringContaining('npx ocop space create khong-co')]);
});

test('a process logs lines of text for people, and with --json one entry of JSON a line for machines', async () => {
  const said = async (port: string, ...more: string[]) => (await serve(['api', ...more], { OCOP_API_PORT: port }, 'serving')).said;
  const machine = JSON.parse((await said('26314', '--json')).trim().split('\n').at(-1) ?? '') as object;
  expect(machine).toMatchObject({ name: 'api', msg: 'serving', url: expect.stringMatching(/^http/) });
  expect(await said('26315')).toMatch(/\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d.*INFO.*serving.*http/);
});

test('each command takes --space and --json, and its help has an example', { timeout: 180_000 }, async () => {
  const { stdout } = await ocop.run(['--help']);
  const names = [...(stdout.split('Commands:')[1] ?? '').matchAll(/^ {2}([a-z-]+) /gm)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(12);
  for (const name of names.filter((each) => each !== 'help' && each !== 'space')) {
    const help = await ocop.run([name, '--help']);
    expect([name, help.code, help.stdout]).toEqual([
      name,
      0,
      expect.stringMatching(/--space <[^]*--json[^]*Example:\n {2}\S|--json[^]*--space <[^]*Example:\n {2}\S/),
    ]);
  }
  for (const part of ['list', 'create', 'drop'])
    expect((await ocop.run(['space', part, '--help'])).stdout).toMatch(/--json[^]*Example:\n {2}npx ocop space/);
});

test('a wrong configuration is told whole, with every fault at once', async () => {
  const { code, stderr } = await ocop.run(['api'], {
    OCOP_API_PORT: 'many',
    OCOP_TEMPORAL_ADDRESS: 'nowhere',
    OCOP_LANGUAGE: 'fr',
    OCOP_COLOUR: 'red',
  });
  expect(code).toBe(1);
  for (const name of ['OCOP_API_PORT', 'OCOP_TEMPORAL_ADDRESS', 'OCOP_LANGUAGE', 'OCOP_COLOUR', '.env.example'])
    expect(stderr).toContain(name);
});

test('a process without the addresses of its servers says which settings are missing', async () => {
  const { code, stderr } = await new Ocop({}).run(['worker']);
  expect([code, stderr]).toEqual([
    1,
    expect.stringContaining('OCOP_POSTGRES_URL, OCOP_NATS_URL, OCOP_NATS_MONITOR_URL, OCOP_TEMPORAL_ADDRESS'),
  ]);
});
