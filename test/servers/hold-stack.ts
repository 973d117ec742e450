// node hold-stack.ts <data folder>: starts a stack and holds it until it is killed. The tests kill it without warning.
import { environment } from '../../infra/config.ts';
import { defaultCacheDir } from '../../infra/servers/find.ts';
import { startStack } from '../../infra/servers/stack.ts';

const [, , dataDir = ''] = process.argv;
await startStack({ dataDir, cacheDir: defaultCacheDir(environment()), environment: environment(), forTests: true, durable: false });
console.log('up');
setInterval(() => undefined, 60_000);
