import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openTestSpace } from '../kit/space.ts';
import { serveApi, tokenOf } from './serve.ts';

const place = { commune: '28780', province: '86' };
const idea = { place, name: 'Mật hoa dừa', idea: 'Thu mật từ hoa dừa của xã' };
const space = await openTestSpace();
const rehearsal = await openTestSpace({ kind: 'rehearsal' });
const api = await serveApi({
  lan: [],
  minh: [{ role: 'committee', unit: '28780' }],
  hoa: [{ role: 'committee', unit: '28781' }],
  driver: [{ role: 'driver', unit: '' }],
  past: [{ role: 'committee', unit: '28780', to: '2020-12-31' }],
});
const pathOf = (id: string, command: string, name = space.space.name) => `/s/${name}/product-cycle/${id}/${command}`;
const propose = (id: string, commandId = `c-${randomUUID()}`, data: object = idea) =>
  api.post(pathOf(id, 'proposeIdea'), { commandId, data }, tokenOf('lan'));

describe('whoever has no token is nobody', () => {
  test('neither a command nor a read is answered', async () => {
    for (const token of [undefined, 'a-token-that-nobody-has']) {
      expect(await api.post(pathOf('N-1', 'proposeIdea'), { commandId: 'x', data: idea }, token)).toMatchObject({
        status: 401,
        body: { code: 'unauthorised' },
      });
      for (const path of ['/products', '/worklist', '/certificates', '/timeline/product-cycle/N-1', '/refusals', '/pending']) {
        expect(await api.get(`/s/${space.space.name}${path}`, token)).toMatchObject({ status: 401 });
      }
      expect(await api.get('/spaces', token)).toMatchObject({ status: 401 });
    }
  });
  test('a role that has ended is worth nothing', async () => {
    await propose('Ended-1');
    expect(await api.post(pathOf('Ended-1', 'acceptIdea'), { commandId: 'past-1' }, tokenOf('past'))).toMatchObject({
      status: 403,
      body: { code: 'NotYourPart' },
    });
  });
});

test('a command is read back in the rows that its position names', async () => {
  const { status, body } = await propose('Read-1');
  expect(status).toBe(200);
  const { body: page } = await api.get(`/s/${space.space.name}/products/Read-1?after=${String(body['position'])}`, tokenOf('lan'));
  expect(page).toMatchObject({
    product: { id: 'Read-1', name: 'Mật hoa dừa', stage: 'idea-proposed' },
    timeline: [{ event: 'IdeaProposed', person: 'lan' }],
  });
});

test('a refusal names code, clause and basis and says what to do, in the language asked for', async () => {
  await propose('Refused-1');
  const ask = (language: string) =>
    api.post(pathOf('Refused-1', 'acceptIdea'), { commandId: `c-${randomUUID()}` }, tokenOf('hoa'), language);
  const vi = await ask('vi-VN');
  expect(vi).toMatchObject({
    status: 403,
    body: { code: 'NotYourUnit', clause: 'idea.review', basis: { setting: 'ideas.reviewer' }, data: { units: ['28780'] } },
  });
  expect(vi.body['detail']).toMatch(/Hãy/);
  expect((await ask('en-GB')).body['detail']).not.toMatch(/Hãy/);
});

test('the same request twice is one act and one answer; the same id for something else is refused', async () => {
  const first = await propose('Twice-1', 'twice');
  expect(await propose('Twice-1', 'twice')).toEqual(first);
  expect(await propose('Twice-1', 'twice', { ...idea, name: 'Khác' })).toMatchObject({ status: 409, body: { code: 'CommandIdReused' } });
});

test('ids that belong to the engine are not taken from outside', async () => {
  for (const commandId of ['~deadline/x@1', 'product-cycle:P-1/renewal', 'a/b', '']) {
    expect(await propose('Ids-1', commandId)).toMatchObject({ status: 400, body: { code: 'Malformed' } });
  }
});

test('only the driver of a rehearsal may say who acts and when', async () => {
  const named = { commandId: 'named', data: idea, actor: { person: 'minh', roles: [] }, at: Date.UTC(2020, 0, 2) };
  expect(await api.post(pathOf('Named-1', 'proposeIdea'), named, tokenOf('lan'))).toMatchObject({ status: 403 });
  expect(await api.post(pathOf('Named-1', 'proposeIdea'), named, tokenOf('driver'))).toMatchObject({ status: 403 });
  expect(await api.post(pathOf('Named-1', 'proposeIdea', rehearsal.space.name), named, tokenOf('lan'))).toMatchObject({ status: 403 });
  expect(await api.post(pathOf('Named-1', 'proposeIdea', rehearsal.space.name), named, tokenOf('driver'))).toMatchObject({ status: 200 });
});

test('nobody can lend himself the hand of the engine', async () => {
  const body = {
    commandId: 'engine',
    actor: { person: 'engine', roles: [{ role: 'engine', unit: '' }] },
    at: Date.UTC(2020, 0, 2),
    data: { year: 2021 },
  };
  expect(await api.post(pathOf('Named-1', 'carryOver', rehearsal.space.name), body, tokenOf('driver'))).toMatchObject({
    status: 403,
    body: { code: 'NotYourPart' },
  });
});

test('what is not understood is told with its place and changes nothing', async () => {
  expect(await propose('Form-1', 'f1', { ...idea, name: 7 })).toMatchObject({
    status: 400,
    body: { code: 'Malformed', data: { fields: ['name'] } },
  });
  expect(await propose('Form-1', 'f2', { ...idea, extra: true })).toMatchObject({ status: 400, body: { data: { fields: ['extra'] } } });
  expect(await api.post(pathOf('Form-1', 'proposeIdea'), { commandId: 'f3', data: idea, known: {} }, tokenOf('lan'))).toMatchObject({
    status: 400,
  });
  expect(await api.post(pathOf('Form-1', 'proposeIdea'), '{"commandId": ', tokenOf('lan'))).toMatchObject({ status: 400 });
  expect(await api.post(pathOf('Form-1', 'constructor'), { commandId: 'f4' }, tokenOf('lan'))).toMatchObject({
    status: 404,
    body: { code: 'UnknownCommand' },
  });
  expect(await api.post('/nothing/Form-1/proposeIdea', { commandId: 'f5' }, tokenOf('lan'))).toMatchObject({ status: 404 });
  expect(
    await api.post('/s/no-such-space/product-cycle/Form-1/proposeIdea', { commandId: 'f6', data: idea }, tokenOf('lan')),
  ).toMatchObject({ status: 404 });
  expect(await propose('Form-1', 'f7', { ...idea, idea: 'x'.repeat(1_100_000) })).toMatchObject({ status: 413 });
  expect(await space.commits({ aggregate: 'product-cycle', id: 'Form-1' })).toEqual([]);
});

test('a decomposed Vietnamese name is kept composed', async () => {
  await propose('Nfc-1', 'nfc', { ...idea, name: 'Mật ong'.normalize('NFD') });
  const [commit] = await space.commits({ aggregate: 'product-cycle', id: 'Nfc-1' });
  expect(commit?.events[0]?.data).toMatchObject({ name: 'Mật ong'.normalize('NFC') });
});

test('a signal is only queued; when it is refused, everybody can see why', async () => {
  await propose('Signal-1');
  const signal = (commandId: string) => api.post(`${pathOf('Signal-1', 'acceptIdea')}/signal`, { commandId }, tokenOf('hoa'));
  expect(await signal('s1')).toMatchObject({ status: 202, body: { queued: true } });
  await signal('s1');
  await expect
    .poll(async () => (await api.get(`/s/${space.space.name}/refusals?id=Signal-1`, tokenOf('minh'))).body['rows'], { timeout: 10_000 })
    .toMatchObject([{ code: 'NotYourUnit', person: 'hoa', command: 'acceptIdea', basis: { setting: 'ideas.reviewer' } }]);
});
