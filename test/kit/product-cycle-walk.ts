import { productCycle } from '../../domain/product-cycle/index.ts';
import { unitAt } from '../../domain/territory/place.ts';
import { hasDossier, type ProductCycle } from '../../domain/product-cycle/state.ts';
import { dayOf, type Instant } from '../../domain/kernel/instant.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { engineActor, holding } from './domain.ts';
import { people } from './product-cycle-people.ts';
import {
  act,
  digest,
  dossier,
  findings,
  held,
  htx,
  formerDossier,
  formerPlace,
  panelOf,
  piece,
  place,
  received,
  renewal,
  upgrade,
  sheetOf,
  supplementOf,
  unsigned,
} from './product-cycle.ts';

/* A random walk of plausible people through one cycle: mostly what is awaited, often what is offered, sometimes anything. `dice` decides all. */

export interface Stride {
  way: number;
  dice: number;
  hours: number;
}
export interface Wanted {
  command: string;
  data: object;
  known: object;
  actor: Actor;
}

const pick = <Item>(items: readonly [Item, ...Item[]], dice: number): Item => items[dice % items.length] ?? items[0];
const mostly = <Usual, Other>(usual: Usual, other: Other, dice: number): Usual | Other => (dice % 5 === 4 ? other : usual);

const legal = (dice: number, today: string) =>
  pick([act(today), act(today), act(today), act(today), act('2025-01-01'), act('2099-01-01'), unsigned(today)], dice);
const totals = [95, 91, 90, 80, 71, 52, 49, 20] as const;
/** Which dossier and place fit the day: of 1048 with a plan, of 148 and 1489 in an old province, of 26/2026 in a new one. */
const isFormer = (today: string) => today < '2026-05-22';
const isOf1048 = (today: string) => today < '2023-02-24';
const placeThen = (today: string) => (today < '2025-07-01' ? formerPlace : place);
const filedThen = (today: string) => (isOf1048(today) ? formerDossier : { ...dossier, place: placeThen(today) });

/** The result of a council that met on paper. */
const fromMinutes = (dice: number) => ({
  source: 'paperMinutes',
  mean: { sum: pick(totals, dice) * 4 + 1, count: 4 },
  ...(dice % 7 !== 0 && { scan: digest('c') }),
});

/** What somebody in good faith, or nearly so, would send at this state. */
type Writer = (state: ProductCycle, dice: number, today: string) => object;
const writers: { readonly [command: string]: Writer } = {
  proposeIdea: (_, dice, today) => ({
    place: placeThen(today),
    name: 'Trà',
    idea: 'trà của làng',
    ...(dice % 3 === 0 && { proposer: 'binh' }),
  }),
  acceptIdea: () => ({}),
  returnIdea: () => ({ note: 'chưa rõ' }),
  submitPlan: (_, dice) => ({ producer: mostly(htx, { ...htx, id: 'khac' }, dice), summary: 'ba năm' }),
  acceptPlan: () => ({ note: 'được' }),
  returnPlan: () => ({ note: 'thiếu vốn' }),
  reportImplementation: () => ({ results: 'xong' }),
  fileDossier: (_, dice, today) =>
    mostly(
      { ...(isFormer(today) ? filedThen(today) : dice % 3 === 0 ? dossier : renewal), ...(dice % 7 === 3 && { kind: upgrade.kind }) },
      { ...dossier, evidence: [], registration: undefined, set: 26 },
      dice,
    ),
  supplement: (_, dice) => ({ evidence: [mostly(piece('story'), piece('khác'), dice)] }),
  receive: (_, dice) => mostly(received, { ...received, samples: 0 }, dice),
  requestSupplement: () => supplementOf('story'),
  confirmComplete: () => ({}),
  report: (_, dice, today) => ({ findings: mostly(findings, {}, dice), ...legal(dice, today) }),
  reportByAgency: (_, dice, today) => ({ report: 'giữ vững', ...legal(dice, today) }),
  assess: (_, dice) => ({ opinion: 'đủ minh chứng', ...(dice % 2 === 0 && { points: { A: mostly(30, 45, dice), B: 20, C: 20 } }) }),
  recordSiteVisit: (_, dice, today) => ({ on: mostly(today, '2099-01-01', dice), results: 'xưởng sạch' }),
  requestTests: () => ({ tests: ['vi sinh'] }),
  requestNextLevel: (_, dice, today) => legal(dice, today),
  placeOnAgenda: (state, dice, today) => {
    const { level, unit } = hasDossier(state)
      ? { level: state.run.level, unit: unitAt(state.place, state.run.level) }
      : { level: 'province', unit: '86' };
    return {
      council: 'council',
      level,
      unit: mostly(unit, '01', dice),
      sitting: 'sitting-1',
      on: today,
      mode: pick([undefined, 'written', 'meeting'], dice),
    };
  },
  openScoring: (_, dice) => ({ panel: panelOf(['P1', 'P2']), regulation: { preset: 'x', secretaryScores: dice % 4 === 0 } }),
  changePanel: (_, dice) => ({ members: pick([['P1', 'P2'], ['P1'], ['P1', 'P2', 'P3']], dice) }),
  recuse: (_, dice) => ({ person: pick(['P2', 'P1', 'X'], dice), reason: 'người nhà' }),
  submitSheet: (_, dice) => ({
    member: pick(['P1', 'P2', 'P1', 'P2', 'S', 'X'], dice),
    sheet: sheetOf(pick(totals, dice), [35, 25, 35]),
    ...(dice % 2 === 0 && { scan: digest('b') }),
  }),
  withdrawDossier: () => ({ reason: 'thôi tham gia' }),
  referToMeeting: (_, dice) => (dice % 3 === 0 ? { askedBy: pick(['P1', 'P2', 'X'], dice) } : {}),
  closeScoring: () => ({}),
  reportCouncilResult: (state, dice, today) => ({
    ...mostly(state.stage === 'scored' ? {} : fromMinutes(dice), dice % 2 === 0 ? { source: 'sheets' } : fromMinutes(dice), dice >> 4),
    ...legal(dice, today),
  }),
  closeGate: (_, dice, today) => ({
    gate: pick(['reject-dossier', 'reject-product', 'stop-scoring'], dice),
    reason: 'nguyên liệu nhập khẩu',
    ...(dice % 7 !== 0 && { scan: digest('c') }),
    ...legal(dice, today),
  }),
  recognise: (state, dice, today) => ({
    star: 'result' in state ? mostly(Math.max(3, state.result.star), 3, dice) : 4,
    ...legal(dice, today),
  }),
  approveResult: (_, dice, today) => legal(dice, today),
  sendDown: (_, dice, today) => legal(dice, today),
  acceptCentralResult: (state, dice, today) => ({
    star: 'result' in state ? mostly(Math.max(3, state.result.star), 3, dice) : 4,
    ...legal(dice, today),
  }),
  evaluateAgain: (_, dice, today) => legal(dice, today),
  orderRedo: (_, dice, today) => ({
    level: pick(['province', 'district', 'province', 'central', 'commune'], dice),
    reason: 'sai quy trình',
    ...(dice % 3 === 0 && { freshPanel: dice % 2 === 0 }),
    ...legal(dice, today),
  }),
  notifyResult: (_, dice, today) => legal(dice, today),
  submitForDecision: (_, dice, today) => legal(dice, today),
  sendBack: () => ({ reason: 'thiếu biên bản' }),
  publishResult: (_, dice, today) => ({ on: mostly(today, '2099-01-01', dice), channel: 'cổng thông tin của tỉnh' }),
  correct: (state, dice, today) => ({
    field: pick(['name', 'producerName', 'representative', 'star', 'mean'], dice),
    was: mostly('place' in state ? state.name : 'x', 'producer' in state ? state.producer.name : 'y', dice),
    becomes: `Tên ${dice}`,
    ...legal(dice, today),
  }),
  moveToRound: (state, dice, today) => {
    const [level, year] = [hasDossier(state) ? state.run.level : 'province', Number(today.slice(0, 4))];
    return { round: pick([`${level}-1-${year + 1}`, `${level}-2-${year}`, `${level}-1-${year}`], dice), reason: 'chờ kiểm nghiệm' };
  },
  takeOffAgenda: () => ({ reason: 'vắng mẫu' }),
  closeByTransition: (_, dice, today) => legal(dice, today),
  handOver: (_, dice) => ({ commune: mostly('11111', '28780', dice), note: 'chia tách xã' }),
  carryOver: (_, dice) => ({ year: pick([2027, 2028, 2029, 2030], dice) }),
};
export const commandNames = Object.keys(writers);
/** A certificate whose window is open, has run out or does not open yet; or none. */
const known = (dice: number, today: string): object => {
  const lastDay = pick(['2029-08-05', '2027-07-01', '2021-12-31', '2035-01-01'], dice);
  const evidence = [piece('cũ', ['story'], { validUntil: '2029-03-01' })];
  return mostly(
    today > '2027' && dice % 3 !== 0 ? { held: held(pick([3, 4, 5], dice), lastDay), dossier: { evidence } } : {},
    { openCycle: 'tra-0' },
    dice,
  );
};

const whoIs = ({ role, unit, person }: { role: Actor['roles'][number]['role']; unit: string; person?: string }): Actor =>
  holding(role, unit, person);
const awaited = (state: ProductCycle, dice: number): { command: string; actor: Actor } | undefined => {
  const all = productCycle.worklist(state);
  const convening = all.find(({ command }) => command === 'placeOnAgenda');
  if (convening && dice % 3 === 0) return { command: 'reportCouncilResult', actor: whoIs(convening) }; // its council met on paper
  const duties = all.filter((each) => each !== convening); // else the engine's hand does it, below
  const duty = duties[dice % Math.max(1, duties.length)];
  if (duty) return { command: duty.command, actor: whoIs(duty) };
  const engines = productCycle
    .availableCommands(state, engineActor)
    .filter((command) => command !== 'carryOver' && command !== 'proposeIdea' && command !== 'submitSheet');
  const command = engines[dice % Math.max(1, engines.length)];
  return command === undefined ? undefined : { command, actor: engineActor };
};
const offered = (state: ProductCycle, dice: number): { command: string; actor: Actor } | undefined => {
  const pairs = people.flatMap((actor) => productCycle.availableCommands(state, actor).map((command) => ({ command, actor })));
  return pairs[dice % Math.max(1, pairs.length)];
};

const doneForProducers = ['submitPlan', 'reportImplementation', 'fileDossier', 'supplement', 'withdrawDossier'];
/** An officer says mostly for whom he acts; sometimes somebody says it who does not. */
const named = (command: string, actor: Actor, dice: number): Actor => {
  const isOfficer = doneForProducers.includes(command) && actor.roles.some(({ role }) => role === 'committee');
  return mostly(isOfficer, !isOfficer && dice % 40 === 4, dice) ? { ...actor, onBehalfOf: htx.id } : actor;
};

export const wantedAt = (state: ProductCycle, { way, dice }: Stride, now: Instant): Wanted => {
  const anything = {
    command: commandNames[dice % commandNames.length] ?? 'receive',
    actor: people[(dice >> 5) % people.length] ?? engineActor,
  };
  const { command, actor } =
    (way < 6 ? awaited(state, dice) : way < 8 ? offered(state, dice) : undefined) ??
    (way < 8 ? offered(state, dice) : undefined) ??
    anything;
  const today = dayOf(now);
  const data = writers[command]?.(state, dice >> 3, today) ?? {};
  const own = command === 'submitSheet' && way < 6 ? { ...data, member: actor.person } : data;
  return { command, actor: named(command, actor, dice), data: own, known: command === 'fileDossier' ? known(dice >> 3, today) : {} };
};
