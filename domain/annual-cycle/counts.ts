import type { Events } from './events.ts';
import type { Answer, Settled } from '../kernel/settlement.ts';
import type { Enrolled } from './state.ts';

export type Counts = Events['AnnualCycleClosed']['counts'];
/** What a product that another year goes on with has answered. */
export const carried = 'carried-over';
/** A certificate whose holder filed nothing: nobody is asked. */
export const notFiled = 'not-filed';
/** The product could not say how it stands. */
export const unanswered = 'unanswered';
export const keyOf = (cycle: string) => `carry.${cycle}`;

/** What became of one product: its own answer; null while it has not been asked or has not answered yet. */
export const outcomeOf = ({ cycle, certificate }: Enrolled, settled: Settled | undefined): string | null => {
  if (settled === undefined) return null;
  if (certificate !== undefined) return notFiled;
  const answer: Answer | undefined = settled[keyOf(cycle)];
  return answer === undefined ? null : String(answer.value ?? unanswered);
};

const own = ['recognised-3', 'recognised-4', 'recognised-5', 'not-passed', 'returned', carried, notFiled, unanswered];
/** Every outcome is counted once, also one that no count of its own is named after: nothing is lost from the sum. */
export const countsOf = (enrolled: readonly Enrolled[], settled: Settled): Counts => {
  const outcomes = enrolled.map((each) => outcomeOf(each, settled) ?? unanswered);
  const count = (outcome: string) => outcomes.filter((each) => each === outcome).length;
  const others = [...new Set(outcomes.filter((outcome) => !own.includes(outcome)))];
  return {
    enrolled: enrolled.length,
    stars: { 3: count('recognised-3'), 4: count('recognised-4'), 5: count('recognised-5') },
    notPassed: count('not-passed'),
    returned: count('returned'),
    carriedOver: count(carried),
    notFiled: count(notFiled),
    unanswered: count(unanswered),
    others: Object.fromEntries(others.map((outcome) => [outcome, count(outcome)])),
  };
};
/** What a closing report adds up to; it is `enrolled`. */
export const sumOf = ({
  stars,
  notPassed,
  returned,
  carriedOver,
  notFiled: none = 0,
  unanswered: silent = 0,
  others = {},
}: Counts): number =>
  [...Object.values(stars), notPassed, returned, carriedOver, none, silent, ...Object.values(others)].reduce((sum, each) => sum + each, 0);
