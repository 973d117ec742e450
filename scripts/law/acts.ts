import { aggregateNames, aggregates } from '../../domain/aggregates.ts';
import { restsOn as daysOfCertificate } from '../../domain/certificate/deadlines.ts';
import type { Clause } from '../../domain/edition/edition.ts';
import type { AggregateName } from '../../domain/kernel/address.ts';
import { restsOn as daysOfProductCycle } from '../../domain/product-cycle/deadlines.ts';
import type { RejectionCode } from '../../domain/rejections.ts';
import { vi } from '../../texts/index.ts';
import type { Source } from '../sources.ts';
import {
  calledIn,
  callsIn,
  isCall,
  keyIn,
  listIn,
  namedIn,
  nameIn,
  part,
  propertyOf,
  reached,
  textIn,
  within,
  type Named,
  type Node,
} from './syntax.ts';

/* The acts as the tables of the aggregates have them. What a table does not tell, names of rules and the events of an act, is read in the sources. */

export interface RuleCard {
  name: string;
  clause: Clause;
  otherwise: RejectionCode;
}
export interface Act {
  aggregate: AggregateName;
  command: string;
  clause: Clause;
  roles: readonly string[];
  stages: readonly string[];
  rules: readonly RuleCard[];
  events: readonly string[];
  /** What it answers at other stages, beside the general refusal. */
  elsewhere: readonly string[];
}
export interface DeadlineEvent {
  aggregate: AggregateName;
  event: string;
  clause: Clause | undefined;
}

const isOf = (aggregate: AggregateName) => (path: string) => path.startsWith(`domain/${aggregate}/`);
const argumentsOf = (call: Node): readonly unknown[] => listIn(call, 'arguments');
const eventsOf = (aggregate: AggregateName): readonly string[] => Object.keys(vi.eventNames[aggregate]);
const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

const read = new WeakMap<Source, Named>();
/** Each file is asked many times. */
const named = (source: Source): Named => {
  const known = read.get(source) ?? namedIn(source.program);
  read.set(source, known);
  return known;
};
/** What names of a file mean, with what it imports of the domain. */
const meaningsIn = (source: Source, domain: readonly Source[]): Named => {
  const imported = source.module.staticImports.flatMap(({ entries }) => entries.map(({ localName }) => localName.value));
  const elsewhere = domain.flatMap((other) => [...named(other)]).filter(([name]) => imported.includes(name));
  return new Map([...elsewhere, ...named(source)]);
};

interface Draft {
  draft: unknown;
  meanings: Named;
}
const draftOf = (command: string, steps: readonly Source[], domain: readonly Source[]): Draft | undefined => {
  for (const source of steps) {
    const [draft] = callsIn(named(source).get(command), 'command').flatMap(argumentsOf);
    if (draft !== undefined) return { draft, meanings: meaningsIn(source, domain) };
  }
  return undefined;
};
/** The types of events that a node makes: `type: 'A'`, `type: 'A' as const`, `type: ok ? 'A' : 'B'`. */
const typesIn = (node: unknown): readonly string[] =>
  within(node).flatMap((each) =>
    each.type === 'Property' && keyIn(each) === 'type' ? within(part(each, 'value')).flatMap((value) => textIn(value) ?? []) : [],
  );
/** `rules: [a, b('clause'), rule({ … }), ...more]`; one without a name is called by what it answers. */
const ruleNamesIn = (list: unknown, meanings: Named): readonly (string | undefined)[] =>
  listIn(list, 'elements').flatMap((element) => {
    if (isCall(element)) return [calledIn(element) === 'rule' ? undefined : calledIn(element)];
    const spread = nameIn(part(element, 'argument'));
    return spread === undefined ? [nameIn(element)] : ruleNamesIn(meanings.get(spread), meanings);
  });

const bySources = (command: string, steps: readonly Source[], domain: readonly Source[]) => {
  const found = draftOf(command, steps, domain);
  const reachedFrom = (name: string) => (found ? reached(propertyOf(found.draft, name), found.meanings) : []);
  return {
    ruleNames: found ? ruleNamesIn(propertyOf(found.draft, 'rules'), found.meanings) : [],
    events: unique(reachedFrom('then').flatMap(typesIn)),
    elsewhere: unique(
      reachedFrom('elsewhere')
        .flatMap((node) => callsIn(node, 'refusal'))
        .flatMap((call) => textIn(argumentsOf(call)[0]) ?? []),
    ),
  };
};

export const actsOf = (sources: readonly Source[]): readonly Act[] => {
  const domain = sources.filter(({ path }) => path.startsWith('domain/'));
  return aggregateNames.flatMap((aggregate) => {
    const steps = domain.filter(({ path }) => isOf(aggregate)(path));
    const known = eventsOf(aggregate);
    return Object.entries(aggregates[aggregate].commands).map(([command, { clause, roles, stage, rules }]) => {
      const { events, elsewhere, ruleNames } = bySources(command, steps, domain);
      const areNamed = ruleNames.length === rules.length; // else the list is built in a way that this reader does not know
      return {
        aggregate,
        command,
        clause,
        roles,
        stages: stage,
        rules: rules.map((rule, index) => ({
          name: (areNamed ? ruleNames[index] : undefined) ?? rule.otherwise,
          clause: rule.clause,
          otherwise: rule.otherwise,
        })),
        events: events.filter((type) => known.includes(type)),
        elsewhere,
      };
    });
  });
};

const grounds: { readonly [A in AggregateName]?: { readonly [event: string]: Clause } } = {
  'product-cycle': daysOfProductCycle,
  'certificate': daysOfCertificate,
};
/** What happens because a day has come: `event: { type: … }` in any step, and every event that a `deadlines.ts` makes. */
export const deadlineEventsOf = (sources: readonly Source[]): readonly DeadlineEvent[] =>
  aggregateNames.flatMap((aggregate) => {
    const known = eventsOf(aggregate);
    const types = sources
      .filter(({ path }) => isOf(aggregate)(path))
      .flatMap(({ path, program }) =>
        path.endsWith('/deadlines.ts')
          ? typesIn(program)
          : within(program).flatMap((node) => (node.type === 'Property' && keyIn(node) === 'event' ? typesIn(node) : [])),
      );
    return unique(types)
      .filter((type) => known.includes(type))
      .map((event) => ({ aggregate, event, clause: grounds[aggregate]?.[event] }));
  });
