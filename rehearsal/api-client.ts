import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Address } from '../domain/kernel/address.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { Assignment } from '../domain/people/actor.ts';

/** One rehearsal space of a running server, as its driver sees it: over HTTP and in no other way. */
export interface Server {
  url: string;
  token: string;
  space: string;
  waitMs?: number;
}
export interface Sending {
  to: Address;
  command: string;
  commandId: string;
  data: object;
  at: Instant;
  actor: { person: string; roles: readonly Assignment[] };
  onBehalfOf?: string | undefined;
}

const basis = z.record(z.string(), z.unknown());
const problem = z.object({ code: z.string(), detail: z.string().optional(), basis: basis.optional(), data: z.unknown().optional() });
export type Problem = z.infer<typeof problem>;
const accepted = z.object({ position: z.number(), events: z.array(z.object({ type: z.string() })) });
export type Answer = z.infer<typeof accepted> | { refusal: Problem };

const pendingShape = z.object({
  position: z.number(),
  views: z.array(z.object({ name: z.string(), seq: z.coerce.number(), stopped: z.unknown().optional() })),
  deadlines: z.array(
    z.object({ aggregate: z.string(), id: z.string(), key: z.string(), at: z.coerce.number(), event: z.string().optional() }),
  ),
  obligations: z.array(z.object({ aggregate: z.string(), id: z.string(), key: z.string(), command: z.string() })),
});
export type Pending = z.infer<typeof pendingShape>;

/** The server could not do what was asked, and no rule of the law is the reason. */
export class ServerTrouble extends Error {
  readonly code: string;
  constructor(message: string, { code = 'none', cause }: { code?: string; cause?: unknown } = {}) {
    super(message, { cause });
    this.code = code;
  }
}
/** Refusals of the law begin with a capital; what is wrong outside of it does not. Of that, these pass by themselves. */
const isRefusal = ({ code }: Problem): boolean => /^[A-Z]/.test(code);
const passing = new Set(['outcome-unknown', 'not-ready', 'views-behind']);
/** How a space answers that was made a moment ago and whose views are being created. */
const opening = new Set(['defect', 'not-found']);
const againMs = 250;

const troubleOf = (asked: string, { code, detail = '' }: Problem): ServerTrouble =>
  new ServerTrouble(`${asked}: ${code} ${detail}`.trim(), { code });

export class ApiClient {
  private readonly root: string;
  private readonly headers: Readonly<Record<string, string>>;
  readonly waitMs: number;

  constructor({ url, token, space, waitMs = 30_000 }: Server) {
    this.root = `${url.replace(/\/$/, '')}/s/${space}`;
    this.headers = { 'authorization': `Bearer ${token}`, 'content-type': 'application/json', 'accept-language': 'vi' };
    this.waitMs = waitMs;
  }

  /** Until the space answers. */
  async opened(): Promise<void> {
    for (const end = Date.now() + this.waitMs; ;) {
      try {
        await this.pending(0);
        return;
      } catch (error) {
        if (!(error instanceof ServerTrouble && opening.has(error.code)) || Date.now() > end) throw error;
        await sleep(againMs);
      }
    }
  }
  async send({ to, command, ...body }: Sending): Promise<Answer> {
    const answer = await this.request('POST', `/${to.aggregate}/${to.id}/${command}`, body);
    return 'refusal' in answer ? answer : accepted.parse(answer.body);
  }
  /** Queued; what became of it shows in the views. */
  async signal({ to, command, ...body }: Sending): Promise<void> {
    const answer = await this.request('POST', `/${to.aggregate}/${to.id}/${command}/signal`, body);
    if ('refusal' in answer) throw new ServerTrouble(`${command} could not be signalled: ${answer.refusal.code}`);
  }
  /** Moves the aggregate's clock; answered only when everything queued before has been dealt with. */
  async wake(to: Pick<Address, 'id'> & { aggregate: string }, commandId: string, at: Instant): Promise<void> {
    const answer = await this.request('POST', `/${to.aggregate}/${to.id}/wake`, { commandId, at });
    if ('refusal' in answer) throw new ServerTrouble(`${to.aggregate} ${to.id} could not be woken: ${answer.refusal.code}`);
  }
  async pending(until: Instant): Promise<Pending> {
    const answer = await this.request('GET', `/pending?until=${until}`);
    if ('refusal' in answer) throw troubleOf('/pending', answer.refusal);
    return pendingShape.parse(answer.body);
  }
  /** Undefined where there is no such thing. */
  async read<Row>(path: string, shape: z.ZodType<Row>): Promise<Row | undefined> {
    const answer = await this.request('GET', path);
    if (!('refusal' in answer)) return shape.parse(answer.body);
    if (answer.refusal.code === 'not-found') return undefined;
    throw troubleOf(path, answer.refusal);
  }

  private async request(method: 'GET' | 'POST', path: string, body?: object): Promise<{ body: unknown } | { refusal: Problem }> {
    const end = Date.now() + this.waitMs;
    for (;;) {
      const response = await fetch(this.root + path, {
        method,
        headers: this.headers,
        signal: AbortSignal.timeout(this.waitMs),
        ...(body && { body: JSON.stringify(body) }),
      }).catch((error: unknown) => {
        throw new ServerTrouble(`${method} ${path}: no answer from ${this.root}`, { cause: error });
      });
      const said: unknown = await response.json();
      if (response.ok) return { body: said };
      const refusal = problem.parse(said);
      if (isRefusal(refusal) || (method === 'GET' && refusal.code === 'not-found')) return { refusal };
      if (!passing.has(refusal.code) || Date.now() > end) throw troubleOf(`${method} ${path}`, refusal);
      await sleep(againMs);
    }
  }
}
