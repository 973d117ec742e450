import { buildApp } from '../api/app.ts';
import { openSpaces } from '../api/spaces.ts';
import type { Addresses, Config } from '../infra/config.ts';
import type { Logger } from '../infra/logger.ts';
import { openTokens } from '../infra/tokens.ts';

export interface RunningApi {
  url: string;
  stop: () => Promise<void>;
  ended: Promise<never>;
}

/** Serves every space of the installation, or only those named. */
export async function startApi(
  addresses: Addresses,
  { config, only }: { config: Config; only: readonly string[] | undefined },
  log: Logger,
): Promise<RunningApi> {
  const { OCOP_API_HOST: host, OCOP_API_PORT: port, OCOP_TOKENS: tokens } = config;
  const spaces = await openSpaces(addresses, only);
  const app = buildApp({ spaces, tokens: tokens === undefined ? () => undefined : openTokens(tokens) }, log);
  const url = await app.listen({ host, port });
  log.info({ url }, 'serving');
  return {
    url,
    ended: new Promise<never>(() => undefined),
    stop: async () => {
      await app.close();
      await spaces.close();
    },
  };
}
