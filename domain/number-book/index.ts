import { lawOn } from '../edition/edition-for.ts';
import type { DataOf } from '../kernel/form.ts';
import { dayOf } from '../kernel/instant.ts';
import * as allocation from './allocation.ts';
import { events } from './events.ts';
import { aggregate } from './state.ts';

const { allocateFormNumber, allocateSerial, allocateCertificateNumber } = allocation;
const commands = { allocateFormNumber, allocateSerial, allocateCertificateNumber };
export interface Commands extends DataOf<typeof commands> {}

/** One series of numbers of one unit and year, from 1, without gaps, none ever used again. */
export const numberBook = aggregate<Commands>({
  name: 'number-book',
  unborn: { stage: 'unborn' },
  edition: (_, now) => lawOn(dayOf(now)),
  commands,
  events,
  changes: allocation.changes,
  alive: ({ stage }) => stage !== 'unborn',
  deadlines: () => [],
  obligations: () => [],
  facets: ({ stage }) => ({ stage }),
});
