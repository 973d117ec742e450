import * as z from 'zod';
import { editions } from '../edition/edition-for.ts';
import { form, type DataOf } from '../kernel/form.ts';
import { settlement } from '../kernel/settlement.ts';
import { shape as shared } from '../legal-act.ts';
import { presets } from './regulation.ts';

const hasNoTwins = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
const persons = z.array(shared.id).max(60).refine(hasNoTwins, 'each person once');
const products = z.array(shared.id).min(1).max(200).refine(hasNoTwins, 'each product once');
const seat = z.strictObject({
  person: shared.id,
  seat: z.enum(['chair', 'viceChair', 'member', 'secretary']),
  organisation: shared.name.optional(),
});
/** Where some edition has a council; whether the law of the day has one there is a rule. */
const councilLevels = Object.values(editions).flatMap(({ levels }) => levels.filter(({ role }) => role === 'council'));
const level = z.enum(councilLevels.map((rules) => rules.level));
const council = { name: shared.name, level, unit: shared.id, seats: z.array(seat).min(1).max(60) };
const calling = z.strictObject({ sitting: shared.id, mode: z.enum(['meeting', 'written']), on: shared.day, agenda: products });
const attendance = z.strictObject({ sitting: shared.id, present: persons });
const conflict = { product: shared.id, reason: shared.text };
const sitting = { sitting: shared.id };
const preset = z.enum(presets());
/** `dispatchLeadDays`: working days before a sitting by which its papers are sent, where the paper itself binds the council to it. */
const dispatchLeadDays = z.int().min(1).max(60);
const regulation = z.strictObject({ preset, document: shared.document, dispatchLeadDays: dispatchLeadDays.optional() });
const advisoryTeam = { members: persons.min(1) };
const ending = { person: shared.id, replacedBy: shared.id.optional(), reason: shared.text.optional() };
const adjournment = { ...sitting, on: shared.day, reason: shared.text };
const correction = { field: z.literal('name'), was: shared.name, becomes: shared.name };
export const shape = Object.freeze({
  ...shared,
  correction,
  council,
  calling,
  attendance,
  conflict,
  sitting,
  regulation,
  seat,
  advisoryTeam,
  ending,
  adjournment,
});

export const events = Object.freeze({
  FieldCorrected: form(z.strictObject({ ...correction, ...shared.legalAct })),
  CouncilFormed: form(z.strictObject({ ...council, ...shared.legalAct })),
  /** With its numbers, so that a council keeps the rules it was given, whatever becomes of the settings. */
  RegulationIssued: form(
    z.strictObject({
      preset,
      document: shared.document,
      quorum: z.strictObject({ of: z.int().min(1), in: z.int().min(1) }),
      chairRequired: z.boolean(),
      secretaryScores: z.boolean(),
      spread: z.strictObject({ max: z.number().min(0), inclusive: z.boolean() }),
      dispatchLeadDays: dispatchLeadDays.optional(),
      effectiveOn: shared.day.optional(),
    }),
  ),
  AdvisoryTeamFormed: form(z.strictObject({ ...advisoryTeam, ...shared.legalAct })),
  MemberSeated: form(seat.extend(shared.legalAct)),
  SeatEnded: form(z.strictObject({ ...ending, ...shared.legalAct })),
  HeadAuthorised: form(z.strictObject({ person: shared.id, ...shared.legalAct })),
  SittingConvened: form(calling),
  PapersDispatched: form(z.strictObject(sitting)),
  SittingAdjourned: form(z.strictObject(adjournment)),
  ConflictDeclared: form(z.strictObject({ ...conflict, person: shared.id })),
  AttendanceRecorded: form(attendance),
  SittingOpened: form(z.strictObject(sitting)),
  SittingClosed: form(z.strictObject(sitting)),
  MinutesSigned: form(z.strictObject({ ...sitting, by: shared.id, seat: z.enum(['chair', 'secretary']), ...shared.legalAct })),
  ObligationSettled: settlement,
});
export interface Events extends DataOf<typeof events> {}
