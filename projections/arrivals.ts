import pg from 'pg';
import type { Database, Stopped } from '../infra/db/database.ts';
import { channel } from './checkpoint.ts';
import { viewStatus } from './status.ts';

/** Every view named has passed the position, or not in time, or one of them will not before somebody has looked at it. */
export type Arrival = 'there' | 'late' | { stopped: string; position: number; reason: string };

interface Waiting {
  space: string;
  /** With the space's schema. */
  db: Database;
  /** Of the views, without version. */
  names: readonly string[];
  position: number;
  timeoutMs?: number;
}

/** While nothing is heard one must look; while the connection listens this is only for the case that it is dead and does not know. */
const lookMs = { deaf: 100, listening: 1_000 };
const reconnectMs = 500;

/** One listening connection a process tells everybody who waits that views have moved. */
export class Arrivals {
  private readonly url: string;
  private readonly waiting = new Map<string, Set<() => void>>(); // space -> who waits
  private client: pg.Client | undefined;
  private isListening = false;
  private isClosed = false;
  private retry: NodeJS.Timeout | undefined;

  constructor(url: string) {
    this.url = url;
    this.listen();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.retry);
    for (const space of this.waiting.keys()) this.wake(space);
    await this.client?.end().catch(() => undefined);
  }

  async waitFor({ space, db, names, position, timeoutMs = 2_000 }: Waiting): Promise<Arrival> {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const moved = this.nextMove(space, () => Math.min(until - Date.now(), this.isListening ? lookMs.listening : lookMs.deaf));
      try {
        const arrival = await arrivalOf(db, names, position);
        if (arrival !== undefined) return arrival;
        if (this.isClosed || Date.now() >= until) return 'late';
        await moved.promise();
      } finally {
        moved.forget();
      }
    }
  }

  /** Heard from before the look on, so that what moves in between is not missed. */
  private nextMove(space: string, longestMs: () => number): { promise: () => Promise<void>; forget: () => void } {
    let heard: () => void = () => undefined;
    const promise = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const all = this.waiting.get(space) ?? new Set<() => void>();
    this.waiting.set(space, all.add(heard));
    let timer: NodeJS.Timeout | undefined;
    return {
      promise: () => {
        timer = setTimeout(heard, Math.max(0, longestMs()));
        return promise;
      },
      forget: () => {
        clearTimeout(timer);
        all.delete(heard);
        if (all.size === 0 && this.waiting.get(space) === all) this.waiting.delete(space);
      },
    };
  }
  private wake(space: string): void {
    for (const heard of this.waiting.get(space) ?? []) heard();
  }

  private listen(): void {
    this.connect().catch(() => undefined);
  }
  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'ocop arrivals',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    this.client = client;
    client.on('error', () => undefined); // told by `end`, too
    client.on('end', () => {
      this.again(client);
    });
    client.on('notification', ({ payload = '' }) => {
      this.wake(payload.split(' ')[0] ?? '');
    });
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      this.isListening = true;
      for (const space of this.waiting.keys()) this.wake(space); // what was missed meanwhile
    } catch {
      await client.end().catch(() => undefined);
      this.again(client);
    }
  }
  private again(client: pg.Client): void {
    if (this.client !== client || this.isClosed) return;
    this.client = undefined;
    this.isListening = false;
    this.retry = setTimeout(() => {
      this.listen();
    }, reconnectMs);
    this.retry.unref();
  }
}

async function arrivalOf(db: Database, names: readonly string[], position: number): Promise<Arrival | undefined> {
  const all = await viewStatus(db);
  const unknown = names.find((each) => all.every(({ name }) => name !== each));
  if (unknown !== undefined) throw new Error(`There is no view ${unknown}.`);
  const behind = all.filter(({ name, seq }) => names.includes(name) && seq < position);
  if (behind.length === 0) return 'there';
  const stopped = [...behind, ...all.slice(0, 1)].find((status): status is typeof status & { stopped: Stopped } => status.stopped !== null);
  return stopped && { stopped: stopped.name, ...stopped.stopped };
}
