import { execFile } from 'node:child_process';
import { withClient } from './postgres.ts';

const databases = [
  { name: 'temporal', schema: 'postgresql/v12/temporal' },
  { name: 'temporal_visibility', schema: 'postgresql/v12/visibility' },
] as const;

/** Brings both databases to the schema of this tool's version. A comment on the database remembers it, so the next start asks only that. */
export async function updateSchemas(url: string, sqlTool: string, version: string): Promise<void> {
  for (const { name, schema } of databases) {
    const databaseUrl = urlOf(url, name);
    const { mark, hasSchema } = await stateOf(databaseUrl);
    const wanted = `schema of Temporal ${version}`;
    if (mark === wanted) continue;
    if (!hasSchema) await runTool(sqlTool, databaseUrl, ['setup-schema', '--version', '0.0']);
    await runTool(sqlTool, databaseUrl, ['update-schema', '--schema-name', schema]);
    await withClient(databaseUrl, (client) => client.query(`COMMENT ON DATABASE ${name} IS ${client.escapeLiteral(wanted)}`));
  }
}

/** Servers of an earlier run stand in the table for some seconds after a kill, and a new server would wait to join them. */
export async function forgetMembers(url: string): Promise<void> {
  await withClient(urlOf(url, 'temporal'), (client) => client.query('DELETE FROM cluster_membership'));
}

function urlOf(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = database;
  return other.href;
}

async function stateOf(url: string): Promise<{ mark: string | null; hasSchema: boolean }> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ mark: string | null; hasSchema: boolean }>(
      `SELECT shobj_description(oid, 'pg_database') AS mark, to_regclass('schema_version') IS NOT NULL AS "hasSchema"
         FROM pg_database WHERE datname = current_database()`,
    );
    return rows[0] ?? { mark: null, hasSchema: false };
  });
}

/** The password goes by the environment: a command line can be read by everybody on the machine. */
function runTool(sqlTool: string, url: string, args: readonly string[]): Promise<void> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const env = {
    SQL_PLUGIN: 'postgres12_pgx',
    SQL_HOST: hostname,
    SQL_PORT: port === '' ? '5432' : port,
    SQL_USER: decodeURIComponent(username),
    SQL_PASSWORD: decodeURIComponent(password),
    SQL_DATABASE: pathname.slice(1),
  };
  return new Promise((resolve, reject) => {
    execFile(sqlTool, [...args], { env, cwd: '/', maxBuffer: 100_000_000 }, (error, stdout, stderr) => {
      if (error === null) resolve();
      else reject(new Error(`temporal-sql-tool ${args.join(' ')} failed: ${(stderr + stdout).slice(-2_000)}`, { cause: error }));
    });
  });
}
