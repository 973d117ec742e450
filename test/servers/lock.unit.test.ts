import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tryLock } from '../../infra/servers/lock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocop-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a held lock tells by whom, a released one is free', () => {
  const file = join(folder, 'a.lock');
  const first = tryLock(file);
  expect(tryLock(file)).toEqual({ held: false, byPid: process.pid });
  if (first.held) first.release();
  expect(tryLock(file).held).toBe(true);
});

test.each([
  ['of a process that ended', JSON.stringify({ pid: 4_194_304, startedAt: '1' })],
  ['of a number that belongs to another process by now', JSON.stringify({ pid: process.pid, startedAt: '1' })],
  ['that cannot be read', '{"pid'],
])('a lock %s is taken over without a trace', (_, content) => {
  const file = join(folder, 'b.lock');
  writeFileSync(file, content);
  expect(tryLock(file).held).toBe(true);
  expect(readdirSync(folder)).toEqual(['b.lock']);
});
