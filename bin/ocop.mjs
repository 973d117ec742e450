#!/usr/bin/env node
// The machine's own Node may be older than the engine needs. Node 24 comes with the dependencies; this file, which Node 20 can read,
// hands over to it and passes signals on, so that a supervisor's SIGTERM reaches the process that works.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const self = fileURLToPath(import.meta.url);

if (Number.parseInt(process.versions.node, 10) >= 24) await import('../cli/main.ts');
else handOver(node24());

function node24() {
  try {
    return createRequire(self).resolve(`node-linux-${process.arch}/bin/node`);
  } catch {
    console.error('Cần Node.js 24 trở lên: hãy chạy "npm ci" trong thư mục này, hoặc cài Node.js 24.');
    console.error('Node.js 24 or newer is needed: run "npm ci" in this folder, or install Node.js 24.');
    process.exit(1);
  }
}

function handOver(node) {
  const child = spawn(node, [self, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`${node}: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
