// node scripts/lock-platforms.mjs [--check] [lockfile]
//
// A mirror of the npm registry that lacks other platforms makes npm leave their optional packages out of package-lock.json, and
// `npm ci` then refuses the file ("Missing: @swc/core-darwin-arm64@ from lock file"). This adds a record for each of them; its os,
// cpu and libc make npm skip it here. Run it after each change of dependencies; --check changes nothing and fails if one is missing.
import { readFileSync, writeFileSync } from 'node:fs';

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const exactVersion = /^\d+\.\d+\.\d+(-[\w.-]+)?$/;

const words = process.argv.slice(2);
const isCheck = words.includes('--check');
const file = words.find((word) => !word.startsWith('--')) ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const result = addMissing(lock.packages);

for (const line of result.byHand) console.error(`No platform can be read from this name, write its record by hand: ${line}`);
if (result.added.size > 0 && !isCheck) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(`${isCheck ? 'missing' : 'added'}: ${result.added.size}`);
process.exitCode = result.byHand.length > 0 || (isCheck && result.added.size > 0) ? 1 : 0;

function addMissing(packages) {
  const added = new Set();
  const byHand = [];
  for (const { from, name, range, isDev } of optionalIn(packages)) {
    const seen = [...places(from, name)].find((place) => place in packages);
    if (seen !== undefined && fits(packages[seen], range)) {
      // Wanted by something that is not for development only: then neither is the record we added.
      if (added.has(seen) && !isDev) delete packages[seen].dev;
      continue;
    }
    const record = recordOf(name, range, isDev);
    if (record === undefined) {
      byHand.push(`${name}@${range}`);
      continue;
    }
    const to = seen === undefined ? `node_modules/${name}` : `${from}/node_modules/${name}`;
    packages[to] = record;
    added.add(to);
  }
  return { added, byHand };
}

/** What the packages of the file would have beside them where it can run. */
function optionalIn(packages) {
  return Object.entries(packages).flatMap(([from, { optionalDependencies = {}, dev: isDev = false }]) =>
    Object.entries(optionalDependencies).map(([name, range]) => ({ from, name, range, isDev })),
  );
}

/** Of another range than one version we cannot tell, and leave it to npm. */
function fits({ version }, range) {
  return !exactVersion.test(range) || version === range;
}

/** Where Node would search for the package, the nearest place first. */
function* places(from, name) {
  for (let at = from; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) yield `${at}/node_modules/${name}`;
  yield `node_modules/${name}`;
}

function recordOf(name, version, isDev) {
  const platform = platformOf(name);
  if (!exactVersion.test(version) || (platform.os === undefined && platform.cpu === undefined)) return undefined;
  return { version, ...platform, ...(isDev && { dev: true }), optional: true };
}

function platformOf(name) {
  const parts = name
    .toLowerCase()
    .replaceAll('windows', 'win32')
    .split(/[^a-z0-9]+/);
  const os = systems.find((each) => parts.includes(each));
  const cpu = processors.find((each) => parts.includes(each));
  return { ...(cpu !== undefined && { cpu: [cpu] }), ...(os !== undefined && { os: [os] }), ...(os === 'linux' && libcOf(parts)) };
}

function libcOf(parts) {
  if (parts.some((part) => part.startsWith('musl'))) return { libc: ['musl'] };
  return parts.some((part) => part.startsWith('gnu')) ? { libc: ['glibc'] } : {};
}
