import { expect, test } from 'vitest';
import { fingerprintOf, isOwnId, readCommand } from '../../domain/kernel/message.ts';

const sent = { commandId: 'c-1', type: 'proposeIdea', actor: { person: 'lan', roles: [] }, data: { name: 'Mật ong' } };
const fieldsOf = (raw: unknown): unknown => {
  const read = readCommand(raw);
  return 'rejection' in read ? read.rejection.data : 'accepted';
};

test('a command is read as it was sent', () => {
  expect(readCommand(sent)).toEqual({ command: sent });
});

test('a text that a database would refuse, or that reads as it is not, is refused with its place', () => {
  for (const text of ['a\u0000b', 'a\u0007', '\uD83D', 'abc\u202Edef', 'a\u2066b']) {
    expect(fieldsOf({ ...sent, data: { place: { name: [text] } } })).toEqual({ fields: ['data.place.name.0'] });
  }
  expect(fieldsOf({ ...sent, data: { name: 'hai dòng\nvà\ttab 🍯' } })).toBe('accepted');
});

test('data nested without end is refused and overflows nothing', () => {
  const nested = JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`);
  expect(fieldsOf({ ...sent, data: nested })).toMatchObject({ fields: [expect.stringContaining('data.a.a')] });
  expect(fingerprintOf({ ...sent, data: nested })).toMatch(/^\w+$/);
});

test('what a sender may not say of himself is not part of what he wants', () => {
  const wanted = fingerprintOf(sent);
  expect(fingerprintOf({ ...sent, actor: { person: 'lan', roles: [{ role: 'committee', unit: '1' }] }, known: { held: 1 }, at: 5 })).toBe(
    wanted,
  );
  expect(fingerprintOf({ ...sent, actor: { person: 'hoa', roles: [] } })).not.toBe(wanted);
  expect(fingerprintOf({ ...sent, data: { name: 'Mật hoa' } })).not.toBe(wanted);
});

test("ids of the loop and of obligations are nobody's own", () => {
  expect(['c-1', 'A_b.c-2'].every(isOwnId)).toBe(true);
  expect(['~deadline/x@1', 'council:h/agenda', 'a/b', '', '-x', 'x'.repeat(121)].some(isOwnId)).toBe(false);
});
