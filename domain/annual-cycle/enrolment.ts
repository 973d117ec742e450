import * as z from 'zod';
import { productOf } from '../kernel/address.ts';
import type { Day } from '../kernel/instant.ts';
import { rule } from '../kernel/rule.ts';
import { theEngine } from '../people/actor.ts';
import { shape, type Events } from './events.ts';
import { command, from, ofCountry, ofProvince, ofSuccessor, type AnnualCycle, type Changes, type Enrolled } from './state.ts';

interface Enrolment {
  cycle: string;
  year: number;
  province: string;
  isCertificate?: true | undefined;
  held?: Events['ProductEnrolled']['certificate'];
}

/** A rule, not a stage: where no cycle was ever opened, only the command knows of which year and province to speak. */
export const annualCycleIsOpen = rule({
  clause: 'annualCycle.unfinished',
  otherwise: 'AnnualCycleNotOpen',
  holds: ({ year, province }: Enrolment, { stage }: AnnualCycle) => stage === 'open' || { year, province },
});
export const annualCycleIsNotOnHold = rule({
  clause: 'annualCycle.pause',
  otherwise: 'AnnualCycleOnHold',
  holds: (_: Enrolment, state: AnnualCycle) =>
    state.stage !== 'paused' || { year: state.year, province: state.province, since: state.pausedOn },
});
const isSame = ({ cycle }: Enrolled, of: Enrolment): boolean =>
  cycle === of.cycle || (of.isCertificate === true && productOf(cycle) === productOf(of.cycle));
export const productIsNotEnrolled = rule({
  clause: 'annualCycle.enrolment',
  otherwise: 'ProductEnrolledAlready',
  holds: (of: Enrolment, state: AnnualCycle) => {
    const before = state.stage === 'unborn' ? undefined : state.enrolled.find((each) => isSame(each, of));
    return before === undefined || { cycle: before.cycle };
  },
});
/** Any day of the window in the year will do: it may have opened at the end of the year before. */
export const fallsInYear = ({ opens, closes }: { opens: Day; closes: Day }, year: number): boolean =>
  opens <= `${year}-12-31` && closes >= `${year}-01-01`;
export const certificateIsDue = rule({
  clause: 'annualCycle.renewals',
  otherwise: 'CertificateNotDue',
  holds: ({ isCertificate, held, year, cycle }: Enrolment) =>
    isCertificate === undefined || (held !== undefined && fallsInYear(held, year)) || { certificate: cycle, year },
});

/** `isCertificate`: nobody has filed yet, and the certificate's own window calls. What it is worth the views know. */
export const enrol = command({
  data: z.strictObject({
    cycle: shape.id,
    name: shape.name,
    year: shape.year,
    province: shape.id,
    isCertificate: z.literal(true).optional(),
  }),
  knows: z.strictObject({ held: shape.due.optional() }),
  clause: 'annualCycle.enrolment',
  by: [theEngine, ofProvince, ofSuccessor, ofCountry],
  stage: ['unborn', 'open', 'paused', 'closing', 'closed'],
  rules: [annualCycleIsNotOnHold, annualCycleIsOpen, productIsNotEnrolled, certificateIsDue],
  then: ({ cycle, name, isCertificate, held }) => [
    { type: 'ProductEnrolled', data: { cycle, name, ...(isCertificate && held && { certificate: held }) } },
  ],
});

/** A filed dossier takes the place of the certificate that called for it: the product counts once. */
const withProduct = (enrolled: readonly Enrolled[], product: Enrolled): readonly Enrolled[] => [
  ...enrolled.filter(({ cycle, certificate }) => certificate === undefined || productOf(cycle) !== productOf(product.cycle)),
  product,
];
export const changes = {
  ProductEnrolled: from(['open'], (state, product) => ({ ...state, enrolled: withProduct(state.enrolled, product) })),
} satisfies Changes<'ProductEnrolled'>;
