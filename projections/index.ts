import { archive } from './archive.ts';
import { certificate } from './certificate.ts';
import { council } from './council.ts';
import { cycle } from './cycle.ts';
import { deadline } from './deadline.ts';
import { enrolment } from './enrolment.ts';
import { obligation } from './obligation.ts';
import { product } from './product.ts';
import type { View } from './projection.ts';
import { refusal } from './refusal.ts';
import { run } from './run.ts';
import { scoring } from './scoring.ts';
import { seat } from './seat.ts';
import { timeline } from './timeline.ts';
import { worklist } from './worklist.ts';

/** The table of all views; a new one is filled at the projector's next start. */
const all = [
  product,
  worklist,
  deadline,
  obligation,
  council,
  seat,
  scoring,
  run,
  certificate,
  cycle,
  timeline,
  enrolment,
  refusal,
  archive,
] as const;
export const views: readonly View[] = all;
export type ViewName = (typeof all)[number]['name'];
