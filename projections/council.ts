import { sql } from 'kysely';
import type { Events } from '../domain/council/events.ts';
import type { Seat } from '../domain/council/seats.ts';
import { isOpened, type Sitting } from '../domain/council/sitting.ts';
import type { Settled } from '../domain/kernel/settlement.ts';

import type { Database } from '../infra/db/database.ts';
import { allOf, equals, oneOf, pageOf, type Page, type Paging } from './page.ts';
import { product, type ProductRow } from './product.ts';
import type { StateView } from './projection.ts';
import { scoringsOf, type ScoringRow } from './scoring.ts';
import { seat, type SeatRow } from './seat.ts';

/** `chair`: who chairs it, once it is open. `refused`: what products answered that could not be placed or scored. `members`, `signed`: empty until the sitting opens or closes. */
export interface SittingShown {
  id: string;
  mode: 'meeting' | 'written';
  on: string;
  papersSentOn: string | null;
  chair: string | null;
  stage: Sitting['stage'];
  agenda: readonly string[];
  present: readonly string[] | null;
  members: readonly string[];
  signed: readonly Events['MinutesSigned'][];
  refused: readonly { product: string; code: string }[];
}
export interface CouncilRow {
  id: string;
  name: string;
  level: string;
  unit: string;
  seats: readonly Seat[];
  regulation: Events['RegulationIssued'];
  sittings: readonly SittingShown[];
  conflicts: readonly Events['ConflictDeclared'][];
  advisory_team: Events['AdvisoryTeamFormed'] | null;
  authorised_head: Events['HeadAuthorised'] | null;
  position: number;
  at: number;
}

const refusedIn = ({ id, agenda }: Sitting, settled: Settled) =>
  agenda.flatMap((each) => {
    const answer = [settled[`agenda.${id}.${each}`], settled[`scoring.${id}.${each}`]].find((given) => given?.ok === false);
    return answer?.code === undefined ? [] : [{ product: each, code: answer.code }];
  });
const shown = (sitting: Sitting, settled: Settled): SittingShown => {
  const { id, mode, on, papersSentOn, stage, agenda, present } = sitting;
  return {
    id,
    mode,
    on,
    papersSentOn,
    chair: isOpened(sitting) ? sitting.chair : null,
    stage,
    agenda,
    present,
    members: sitting.stage === 'convened' ? [] : sitting.members,
    signed: sitting.stage === 'closed' ? sitting.signed : [],
    refused: refusedIn(sitting, settled),
  };
};

export const council = {
  of: 'states',
  name: 'council',
  version: 2,
  columns: `id text primary key, name text not null, level text not null, unit text not null, seats jsonb not null,
    regulation jsonb not null, sittings jsonb not null, conflicts jsonb not null,
    advisory_team jsonb, authorised_head jsonb, position bigint not null,
    at bigint not null`,
  indexes: ['(level, unit)'],
  rows: {
    council: (state, { id, position, at }) => {
      if (state.stage !== 'formed') return [];
      const { name, level, unit, seats, regulation, sittings, conflicts, settled, advisoryTeam, authorisedHead } = state;
      const row: CouncilRow = {
        id,
        name,
        level,
        unit,
        seats,
        regulation,
        sittings: sittings.map((sitting) => shown(sitting, settled)),
        conflicts,
        advisory_team: advisoryTeam,
        authorised_head: authorisedHead,
        position,
        at,
      };
      return [row];
    },
  },
} as const satisfies StateView;

export interface CouncilFilter {
  level?: string | undefined;
  unit?: string | undefined;
}
export const listCouncils = (db: Database, { level, unit }: CouncilFilter, paging: Paging): Promise<Page<CouncilRow>> =>
  pageOf<CouncilRow>(db, council, { where: [equals('level', level), equals('unit', unit)], order: sql`name, id` }, paging);
export const findCouncil = (db: Database, id: string): Promise<CouncilRow | undefined> => oneOf<CouncilRow>(db, council, id);
/** What a person may do because councils have seated him. */
export const seatsOf = (db: Database, person: string): Promise<SeatRow[]> =>
  allOf<SeatRow>(db, seat, { where: [equals('person', person)], order: sql`council` });

/** A product of a sitting. `scoring`: null when it has not been placed there yet, or has gone on to another level since. */
export interface BoardProduct {
  id: string;
  name: string | null;
  stage: string | null;
  refused: string | null;
  scoring: ScoringRow | null;
}
export interface CouncilBoard {
  council: CouncilRow;
  sittings: (Omit<SittingShown, 'agenda'> & { products: BoardProduct[] })[];
}

/**
 * A council with its sittings, and each sitting with its products: who is on the agenda, whether scoring is open, who has not submitted.
 */
export async function findCouncilBoard(db: Database, id: string): Promise<CouncilBoard | undefined> {
  const found = await findCouncil(db, id);
  if (!found) return undefined;
  const ids = [...new Set(found.sittings.flatMap(({ agenda }) => agenda))];
  const scorings = await scoringsOf(db, id);
  const products = new Map(
    (await allOf<ProductRow>(db, product, { where: [sql`id = any(${ids})`], order: sql`id` })).map((row) => [row.id, row]),
  );
  const line =
    (sitting: SittingShown) =>
    (each: string): BoardProduct => ({
      id: each,
      name: products.get(each)?.name ?? null,
      stage: products.get(each)?.stage ?? null,
      refused: sitting.refused.find((refusal) => refusal.product === each)?.code ?? null,
      scoring: scorings.find((row) => row.id === each && row.sitting === sitting.id) ?? null,
    });
  return {
    council: found,
    sittings: found.sittings.map(({ agenda, ...sitting }) => ({ ...sitting, products: agenda.map(line({ agenda, ...sitting })) })),
  };
}
