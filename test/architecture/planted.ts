import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './house.ts';

/** A small copy of the house in a folder of its own, in which faults can be planted and the real tools be run. */
export const withPlanted = <T>(files: Readonly<Record<string, string>>, work: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-planted-'));
  try {
    for (const file of ['tsconfig.base.json', '.oxlintrc.json', '.gitignore']) cpSync(join(root, file), join(folder, file));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

export interface Outcome {
  status: number | null;
  says: string;
}
export const run = (tool: 'oxlint' | 'tsc', words: readonly string[], folder: string): Outcome => {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', tool), words, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, says: stdout + stderr };
};
