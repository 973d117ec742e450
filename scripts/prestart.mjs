// Before `npm start`: brings node_modules to what package-lock.json says, and does nothing when it already is. Plain JavaScript for
// Node 20 without dependencies, because at the first start there is nothing else.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.ocop-lock-hash'); // `npm ci` empties the folder first, so a broken installation has no stamp.
const lock = readFileSync(join(root, 'package-lock.json'));
const wanted = createHash('sha256').update(lock).digest('hex');

if (textOf(stamp) !== wanted) {
  const pid = runningPid();
  if (pid !== undefined) {
    fail(`Dependencies have changed, but the engine is running (process ${pid}) and would lose its programs. Stop it, then start again.`);
  }
  await install(Object.keys(JSON.parse(lock).packages).length - 1);
  giveToOwner();
  writeFileSync(stamp, wanted);
}

async function install(count) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const line = () => console.error(`npm ci: ${count} packages in the lock file, ${seconds()} s`);
  line();
  const timer = setInterval(line, 2_000);
  const { code, output } = await npmCi();
  clearInterval(timer);
  if (code !== 0) fail(`${output.slice(-4_000)}\nnpm ci failed. Check the way to the npm registry and the free space, then start again.`);
  console.error(`npm ci: done after ${seconds()} s`);
}

function npmCi() {
  return new Promise((done) => {
    const npm = spawn('npm', ['ci'], { cwd: root, env: { ...process.env, PATH: pathOutside(modules) }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (part) => (output += part));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => npm.kill(signal));
    npm.on('error', (error) => done({ code: 1, output: `npm could not be started: ${error.message}` }));
    npm.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** Inside `npm start` the project's own node comes first on PATH, and `npm ci` is about to delete that very file. */
function pathOutside(folder) {
  const isOutside = (each) => !`${resolve(each)}${sep}`.startsWith(`${folder}${sep}`);
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((each) => each !== '' && isOutside(each))
    .join(delimiter);
}

/** Started as root in somebody's clone: what was installed shall be his, or his next `npm ci` fails. */
function giveToOwner() {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(root);
  if (uid !== 0) spawnSync('chown', ['-R', `${uid}:${gid}`, modules]);
}

function runningPid() {
  try {
    const { pid } = JSON.parse(textOf(join(root, '.ocop', 'run.json')) ?? '{}');
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === 'EPERM' ? 'of another user' : undefined;
  }
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
