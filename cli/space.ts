import { Command } from 'commander';
import { dataDirOf, type Addresses, type Config } from '../infra/config.ts';
import { openDatabase, openPool } from '../infra/db/database.ts';
import { connectLog } from '../infra/log/connect.ts';
import { dropSpace, listSpaces, provisionSpace, type Servers } from '../infra/provision.ts';
import { findRun } from '../infra/run-file.ts';
import { isSpaceName } from '../infra/space.ts';
import { connectTemporal } from '../infra/temporal/client.ts';
import { consoleWords } from '../texts/console.ts';
import { Failure } from './failure.ts';
import { print, printJson, table } from './output.ts';
import { configuredAddresses } from './stack.ts';

/** Provisioning talks to the servers themselves: it is a command of deployment. */
export async function withServers<Result>(addresses: Addresses, work: (servers: Servers) => Promise<Result>): Promise<Result> {
  const servers = {
    root: openDatabase(openPool(addresses.postgres, { max: 2, name: 'space' })),
    log: await connectLog(addresses.nats, 'space'),
    temporal: await connectTemporal(addresses.temporal),
  };
  try {
    return await work(servers);
  } finally {
    await Promise.all([servers.root.destroy(), servers.log.connection.close(), servers.temporal.close()]);
  }
}
export const addressesNow = (config: Config): Addresses => findRun(dataDirOf(config))?.addresses ?? configuredAddresses(config);

export function spaceCommand(config: Config): Command {
  const words = consoleWords[config.OCOP_LANGUAGE];
  const named = (name: string): string => {
    if (!isSpaceName(name)) throw new Failure('space: a-z, 0-9 and "-", beginning with a letter, at most 31', 2);
    return name;
  };
  const list = new Command('list')
    .option('--json', 'for machines', false)
    .description('all spaces of this installation')
    .addHelpText('after', '\nExample:\n  npx ocop space list')
    .action(({ json }: { json: boolean }) =>
      withServers(addressesNow(config), async ({ root }) => {
        const rows = await listSpaces(root);
        if (json) printJson(rows);
        else
          print(
            table(
              [words.columns.name, words.columns.kind, words.columns.keep],
              rows.map(({ name, kind, keep }) => [name, kind, keep ? '✓' : '']),
            ),
          );
      }),
    );
  const create = new Command('create')
    .argument('<name>')
    .option('--real', 'runs on the wall clock and can never be dropped', false)
    .option('--json', 'for machines', false)
    .description('make a space; serve it with "ocop worker" and "ocop projector"')
    .addHelpText('after', '\nExample:\n  npx ocop space create thu-2027')
    .action((name: string, { real, json }: { real: boolean; json: boolean }) =>
      withServers(addressesNow(config), async (servers) => {
        const space = { name: named(name), kind: real ? ('real' as const) : ('rehearsal' as const) };
        await provisionSpace(servers, space, true);
        if (json) printJson(space);
        else print(`${space.name}: ${space.kind}`);
      }),
    );
  const drop = new Command('drop')
    .argument('<name>')
    .option('--json', 'for machines', false)
    .description('drop a rehearsal; a real space is never dropped')
    .addHelpText('after', '\nExample:\n  npx ocop space drop thu-2027')
    .action((name: string, { json }: { json: boolean }) =>
      withServers(addressesNow(config), async (servers) => {
        await dropSpace(servers, named(name));
        if (json) printJson({ dropped: name });
        else print(words.spaceDropped(name));
      }),
    );
  return new Command('space')
    .description('worlds of data: list, create, drop')
    .addHelpText('after', '\nExample:\n  npx ocop space list')
    .addCommand(list.exitOverride())
    .addCommand(create.exitOverride())
    .addCommand(drop.exitOverride());
}
