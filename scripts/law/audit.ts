import type { Act, RuleCard } from './acts.ts';
import type { Law } from './law.ts';
import type { Proof } from './proofs.ts';

/* What the page would have to leave blank. Each hole has a name, by which an exception can be made for a reason. */

export interface Exception {
  hole: string;
  reason: string;
}

export const allowing = ({ proofs }: Pick<Law, 'proofs'>, { command }: Pick<Act, 'command'>): readonly Proof[] =>
  proofs.filter(({ isRefusal, commands }) => !isRefusal && commands.includes(command));
export const refusing = ({ proofs }: Pick<Law, 'proofs'>, { command }: Pick<Act, 'command'>): readonly Proof[] =>
  proofs.filter(({ isRefusal, commands }) => isRefusal && commands.includes(command));
/** A refusal of this act by this rule. Where two rules of the act have one code, the test has to name the clause. */
export const refusingBy = (law: Pick<Law, 'proofs'>, act: Act, { name, clause, otherwise }: RuleCard): readonly Proof[] => {
  const isAlone = act.rules.filter((other) => other.otherwise === otherwise && other.clause !== clause).length === 0;
  const isOf = ({ commands, rules, clauses }: Proof) =>
    rules.includes(name) || (commands.includes(act.command) && (clauses.length === 0 ? isAlone : clauses.includes(clause)));
  return law.proofs.filter((proof) => proof.isRefusal && proof.codes.includes(otherwise) && isOf(proof));
};
/** One rule, with all the acts that ask it. */
export interface RuleAsked extends RuleCard {
  acts: readonly Act[];
}
export const rulesOf = ({ acts }: Pick<Law, 'acts'>): readonly RuleAsked[] => {
  const all = acts.flatMap((act) => act.rules.map((rule) => ({ act, rule, key: `${rule.name} ${rule.clause}` })));
  return [...new Map(all.map(({ key, rule }) => [key, rule])).entries()].map(([key, rule]) => ({
    ...rule,
    acts: all.filter((each) => each.key === key).map(({ act }) => act),
  }));
};
export const storiesDoing = ({ stories }: Pick<Law, 'stories'>, { command }: Pick<Act, 'command'>) =>
  stories.filter(({ accepted }) => accepted.has(command));
export const storiesPassing = ({ stories }: Pick<Law, 'stories'>, { aggregate, event }: { aggregate: string; event: string }) =>
  stories.filter(({ passed }) => passed.has(`${aggregate}.${event}`));

export const holesOf = (law: Law): readonly string[] => {
  const rules = rulesOf(law);
  const named = new Set<string>(law.acts.flatMap((act) => [act.clause, ...act.rules.map(({ clause }) => clause)]));
  for (const { clause } of law.deadlines) if (clause !== undefined) named.add(clause);
  const raised = new Set<string>(rules.map(({ otherwise }) => otherwise));
  const isUsed = (uses: Law['raised'], name: string) => (uses.get(name) ?? []).length > 0;
  return [
    ...law.acts.filter((act) => allowing(law, act).length === 0).map(({ command }) => `no test allows ${command}`),
    ...law.acts.filter((act) => refusing(law, act).length === 0).map(({ command }) => `no test refuses ${command}`),
    ...law.acts.filter((act) => storiesDoing(law, act).length === 0).map(({ command }) => `no case file has ${command}`),
    ...law.acts.filter(({ events }) => events.length === 0).map(({ command }) => `no event is known of ${command}`),
    ...rules
      .filter((rule) => rule.acts.every((act) => refusingBy(law, act, rule).length === 0))
      .map(({ name, clause }) => `no test refuses by ${name} (${clause})`),
    ...law.deadlines.filter(({ clause }) => clause === undefined).map(({ event }) => `no clause is known of ${event}`),
    ...law.deadlines.filter(({ tests }) => tests.length === 0).map(({ event }) => `no test has ${event}`),
    ...law.deadlines.filter((each) => storiesPassing(law, each).length === 0).map(({ event }) => `no case file has ${event}`),
    ...law.clauses.filter((clause) => !named.has(clause) && !isUsed(law.usesOfClauses, clause)).map((clause) => `nobody names ${clause}`),
    ...law.codes.filter((code) => !raised.has(code) && !isUsed(law.raised, code)).map((code) => `nobody raises ${code}`),
    ...law.codes.filter((code) => !isUsed(law.asked, code)).map((code) => `no test sees ${code}`),
    ...law.settings.filter((name) => !isUsed(law.usesOfSettings, name)).map((name) => `nothing rests on ${name}`),
  ];
};

/** Holes that nobody excused, and excuses that nobody needs. */
export const faultsOf = (holes: readonly string[], exceptions: readonly Exception[]): readonly string[] => [
  ...holes.filter((hole) => !exceptions.some((exception) => exception.hole === hole)),
  ...exceptions.filter(({ hole }) => !holes.includes(hole)).map(({ hole }) => `needless exception: ${hole}`),
];
