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
  for (const [from, parent] of Object.entries({ ...packages })) {
    for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
      const seen = [...places(from, name)].find((place) => packages[place]);
      if (seen !== undefined && (!exactVersion.test(range) || packages[seen].version === range)) {
        // Wanted by something that is not for development only: then neither is the record we added.
        if (added.has(seen) && !parent.dev) delete packages[seen].dev;
        continue;
      }
      const platform = platformOf(name);
      if (!exactVersion.test(range) || (platform.os === undefined && platform.cpu === undefined)) {
        byHand.push(`${name}@${range}`);
        continue;
      }
      const to = seen === undefined ? `node_modules/${name}` : `${from}/node_modules/${name}`;
      packages[to] = { version: range, ...platform, ...(parent.dev && { dev: true }), optional: true };
      added.add(to);
    }
  }
  return { added, byHand };
}

/** Where Node would search for the package, the nearest place first. */
function* places(from, name) {
  for (let at = from; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) yield `${at}/node_modules/${name}`;
  yield `node_modules/${name}`;
}

function platformOf(name) {
  const parts = name
    .toLowerCase()
    .replaceAll('windows', 'win32')
    .split(/[^a-z0-9]+/);
  const os = systems.find((each) => parts.includes(each));
  const cpu = processors.find((each) => parts.includes(each));
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }), ...(os === 'linux' && libcOf(parts)) };
}

function libcOf(parts) {
  if (parts.some((part) => part.startsWith('musl'))) return { libc: ['musl'] };
  return parts.some((part) => part.startsWith('gnu')) ? { libc: ['glibc'] } : {};
}
