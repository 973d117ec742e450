import { engine } from '../domain/people/actor.ts';
import { send, type Door } from '../infra/temporal/send.ts';
import type { FulfilActivities } from '../workflows/activity-contracts.ts';

/** Below the activity's own ten seconds, so that it fails by itself and is tried again; a killed worker's obligation waits no longer than that. */
const fulfilWithinMs = 8_000;

/** Performs obligations through the same door as everybody; the command id is the obligation's, so a repetition brings the first answer. */
export const fulfil =
  (door: Door): FulfilActivities['fulfil'] =>
  ({ commandId, to, command, at }) =>
    send(door, to, { commandId, ...command, actor: engine, ...(at !== undefined && { at }) }, fulfilWithinMs);
