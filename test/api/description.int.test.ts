import { expect, test } from 'vitest';
import { aggregates } from '../../domain/aggregates.ts';
import { openTestSpace } from '../kit/space.ts';
import { serveApi, tokenOf } from './serve.ts';

const { name } = (await openTestSpace()).space;
const api = await serveApi({ lan: [] });
const record = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {});

test('the description names every command that people may give, and no other', async () => {
  const { body } = await api.get('/openapi.json');
  expect(body['openapi']).toBe('3.1.0');
  const described = Object.entries(record(body['paths']))
    .filter(([path, operations]) => 'post' in record(operations) && !path.endsWith('/signal'))
    .map(([path]) => path)
    .sort();
  const given = Object.values(aggregates)
    .flatMap(({ name: aggregate, commands }) =>
      Object.entries(commands)
        .filter(([, { roles }]) => roles.some((role) => role !== 'engine'))
        .map(([command]) => `/${aggregate}/{id}/${command}`),
    )
    .sort();
  expect(described).toEqual(given);
  expect(given.length).toBeGreaterThan(25);
});

test('the frame of every command is described with the data of that command', async () => {
  const { body } = await api.get('/openapi.json', undefined, 'en');
  const operation = record(record(record(body['paths'])['/product-cycle/{id}/proposeIdea'])['post']);
  const schema = record(record(record(record(operation['requestBody'])['content'])['application/json'])['schema']);
  expect(record(schema['properties'])).toMatchObject({
    commandId: { type: 'string' },
    data: { type: 'object', required: ['place', 'name', 'idea'] },
  });
});

test('health tells every server and view; liveness needs none of them', async () => {
  expect(await api.get('/health/live')).toMatchObject({ status: 200, body: { status: 'up' } });
  await expect
    .poll(async () => (await api.get('/health/ready')).body['servers'], { timeout: 10_000 })
    .toEqual({ postgres: 'up', nats: 'up', temporal: 'up' });
  const spaces = (await api.get('/health/ready')).body['spaces'];
  expect(spaces).toEqual(expect.arrayContaining([expect.objectContaining({ name, isWell: true })]));
});

test('a page of reads says what is wrong with a query', async () => {
  expect(await api.get(`/s/${name}/products?page=0`, tokenOf('lan'))).toMatchObject({ status: 400, body: { code: 'malformed' } });
  expect(await api.get(`/s/${name}/products?colour=red`, tokenOf('lan'))).toMatchObject({ status: 400 });
  expect(await api.get(`/s/${name}/products?size=1000`, tokenOf('lan'))).toMatchObject({ status: 400 });
});

test('whoever waits for a position that has not come is told that the answer is old', async () => {
  const { status, headers } = await api.get(`/s/${name}/products?after=1000000`, tokenOf('lan'));
  expect([status, headers['x-stale']]).toEqual([200, 'true']);
});
