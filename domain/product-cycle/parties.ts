import { editions } from '../edition/edition-for.ts';
import { getLevel } from '../edition/level.ts';
import type { Due } from '../kernel/due.ts';
import type { Some } from '../kernel/form.ts';
import type { Producer } from '../legal-act.ts';
import type { Party } from '../people/actor.ts';
import { unitAt } from '../territory/place.ts';
import { country } from '../territory/unit.ts';
import { hasDossier, type Dossier, type Idea, type ProductCycle, type SentDown } from './state.ts';
import { levelOf } from './stations.ts';

/* Who acts on a dossier, and who is awaited: parties by what the state says of places, producers and councils. */

const runUnit = (state: ProductCycle) => (hasDossier(state) ? unitAt(state.place, levelOf(state)) : undefined);
const communeOf = (state: ProductCycle) => ('place' in state ? state.place.commune : undefined);
export const theProducer: Party<ProductCycle> = { role: 'producer', at: (state) => ('producer' in state ? state.producer.id : undefined) };
/** For whom an officer of the commune may act. */
export const principal = (_: unknown, { producer }: { producer: Producer }): string => producer.id;
export const theCommune: Party<ProductCycle> = { role: 'committee', at: communeOf };
export const committeeOfLevel: Party<ProductCycle> = { role: 'committee', at: runUnit };
export const agencyOfLevel: Party<ProductCycle> = { role: 'ocopAgency', at: runUnit };
export const teamOfLevel: Party<ProductCycle> = { role: 'advisoryTeam', at: runUnit };
export const authorityOfLevel: Party<ProductCycle> = { role: 'decidingAuthority', at: runUnit };
/** The ministry as a whole: whichever of its bodies writes. */
export const theMinistry: Some<Party<ProductCycle>> = [
  { role: 'ocopAgency', at: () => country },
  { role: 'committee', at: () => country },
  { role: 'decidingAuthority', at: () => country },
];
const chairsOf = (state: ProductCycle) =>
  'panel' in state ? [state.panel] : 'result' in state && state.result.panel ? [state.result.panel] : [];
export const panelChair: Party<ProductCycle> = { role: 'councilChair', persons: (state) => chairsOf(state).map(({ chair }) => chair) };

/** Before a producer is named, whoever proposed the idea is awaited; no role of his is known. */
export const theProposer = ({ place, proposer }: Idea) => ({ role: 'producer', unit: place.commune, person: proposer }) as const;
/** Who is awaited at the level of the run. */
export const desk = (state: Dossier & { sentDown?: SentDown | undefined }, due?: Due | null) => [
  { role: getLevel(editions[state.edition], levelOf(state)).receivedBy, unit: unitAt(state.place, levelOf(state)), ...(due && { due }) },
];
