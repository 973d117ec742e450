import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../infra/config.ts';
import { removeDataFolder } from '../../infra/servers/postgres-home.ts';
import { eventually } from '../kit/eventually.ts';
import { Ocop, says } from './ocop.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'ocop-up-'));
const ocop = new Ocop({ OCOP_DATA_DIR: dataDir, OCOP_LANGUAGE: 'vi' });
const upMs = 240_000;
let up: ReturnType<Ocop['start']>;
let said = '';

/** Processes whose command line or environment names our folder. */
const ours = (): string[] =>
  readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false;
    try {
      return (
        readFileSync(`/proc/${pid}/environ`, 'utf8').includes(dataDir) || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dataDir)
      );
    } catch {
      return false;
    }
  });
const start = async (...more: readonly string[]): Promise<string> => {
  up = ocop.start(['up', ...more]);
  return says(up, 'Dừng: Ctrl-C');
};
const stop = async (signal: NodeJS.Signals): Promise<void> => {
  const gone = new Promise((resolve) => up.once('exit', resolve));
  up.kill(signal);
  await gone;
};

beforeAll(async () => {
  said = await start();
}, upMs);
afterAll(async () => {
  if (up.exitCode === null) await stop('SIGKILL');
  await eventually(() => ours().length === 0);
  removeDataFolder(dataDir);
}, 60_000);

describe('one command brings everything up', () => {
  test('it plays the worked examples as they are written, and ends with certificates, worklist and one story', () => {
    expect(said).toMatch(/Đạt: \d+ điều mong đợi/);
    for (const words of ['Trà Shan tuyết Suối Giàng', 'Câu chuyện của một sản phẩm', 'ĐANG CHẠY', 'THỬ TIẾP'])
      expect(said).toContain(words);
  });

  test('its status tells every address, version, space, position and lag, and that all is well', async () => {
    const { code, stdout } = await ocop.run(['status', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      isWell: true,
      addresses: { api: expect.stringMatching(/^http/), postgres: expect.not.stringMatching(/:[^:@…/]+@/), temporalUi: expect.any(String) },
      servers: { postgres: 'up', nats: 'up', temporal: 'up' },
      binaries: expect.arrayContaining([expect.objectContaining({ name: 'nats-server', version: expect.stringMatching(/^2\.15/) })]),
      spaces: expect.arrayContaining([
        expect.objectContaining({ name: 'main', kind: 'real', position: expect.any(Number) }),
        expect.objectContaining({
          name: 'vi-du',
          kind: 'rehearsal',
          views: expect.arrayContaining([expect.objectContaining({ lagEvents: 0, stopped: null })]),
        }),
      ]),
    });
  });

  test('where to reach it and with which token is readable by its owner alone', () => {
    for (const file of ['run.json', 'tokens.json']) expect(statSync(join(dataDir, file)).mode & 0o077).toBe(0);
  });

  test('every command that the README shows for it works as printed', { timeout: 180_000 }, async () => {
    const blocks = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block = '']) =>
      block.trim().split('\n'),
    );
    const commands = blocks
      .filter((line) => line.startsWith('npx ocop '))
      .map((line) => [...line.slice('npx ocop '.length).matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''));
    expect(commands.length).toBeGreaterThan(5);
    for (const args of commands) {
      const { code, stderr } = await ocop.run(args);
      expect([args.join(' '), code, code === 0 ? '' : stderr]).toEqual([args.join(' '), 0, '']);
    }
  });

  test('a person who is told what to do next can do it: the hints that it prints work', async () => {
    const hints = said
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('npx ocop ') && !line.includes('open-cycle') && !line.includes('rehearse'));
    expect(hints.length).toBeGreaterThan(3);
    for (const hint of hints) {
      const { code, stdout } = await ocop.run(hint.split(' ').slice(2));
      expect([hint, code, stdout.length > 100]).toEqual([hint, 0, true]);
    }
  });

  test('what is refused, not there or not understood has its exit code and says why', async () => {
    const refused = await ocop.run(['command', 'product-cycle', 'P1-1', 'acceptIdea', '--json']);
    expect([refused.code, JSON.parse(refused.stdout)]).toEqual([
      1,
      expect.objectContaining({ code: 'NotAtThisStage', basis: { setting: 'ideas.reviewer' } }),
    ]);
    expect((await ocop.run(['product', 'nothing-1'])).code).toBe(1);
    expect((await ocop.run(['nonsense'])).code).toBe(2);
    expect((await ocop.run(['command', 'nowhere', 'x', 'y'])).code).toBe(2);
    expect((await ocop.run(['status'], { OCOP_API_URL: 'http://127.0.0.1:9', OCOP_TOKEN: 'x'.repeat(20) })).code).toBe(3);
  });

  test('a second one on the same data does not start', async () => {
    const second = await ocop.run(['up']);
    expect([second.code, second.stderr]).toEqual([1, expect.stringContaining('đang chạy')]);
  });
});

describe('what was up comes up again', () => {
  test(
    'after kill -9 no process is left, and the next start goes on with the same data and plays nothing twice',
    { timeout: upMs },
    async () => {
      await stop('SIGKILL');
      await eventually(() => ours().length === 0);
      const again = await start();
      expect(again).toContain('không diễn lại');
      expect(again).toContain('Nước mắm Hoằng Hóa');
    },
  );

  test('asked for a space that is not there, it says how to make it, and leaves nothing running', { timeout: upMs }, async () => {
    await stop('SIGINT');
    const { code, stderr } = await ocop.run(['up', '--space', 'main', 'khong-co']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('npx ocop space create khong-co')]);
    await eventually(() => ours().length === 0);
  });

  test('asked for spaces, it serves these alone', { timeout: upMs }, async () => {
    const again = await start('--space', 'main');
    expect(again).not.toContain('vi-du');
    expect(
      ours()
        .map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
        .filter((line) => line.includes('projector')),
    ).toEqual([expect.stringContaining('main')]);
  });

  test('Ctrl-C stops every child in order, within half a minute', { timeout: 60_000 }, async () => {
    const begun = Date.now();
    await stop('SIGINT');
    expect(up.exitCode).toBe(0);
    expect(Date.now() - begun).toBeLessThan(30_000);
    await eventually(() => ours().length === 0, 3_000); // the guard sees that we are gone, and goes
  });
});
