import { describe, expect, test } from 'vitest';
import { faultsOf, holesOf, refusingBy } from '../../scripts/law/audit.ts';
import { exceptions, idleSettings } from '../../scripts/law/exceptions.ts';
import { readLaw, type Law } from '../../scripts/law/law.ts';
import { pageOf } from '../../scripts/law/page.ts';
import { proofsIn } from '../../scripts/law/proofs.ts';
import { shownIn } from '../../scripts/law/stories.ts';
import { parse } from '../../scripts/sources.ts';
import { read, root } from './pages.ts';

/* docs/reference/law.md is written from the tables, the tests and the stories, and nothing that it has to tell may be missing. */

const law = readLaw(root);
const holes = holesOf(law);

test('the page tells what is there today; npm run reference writes it', () => {
  expect(read('docs/reference/law.md') === pageOf(law, exceptions, idleSettings), 'it is behind: npm run reference').toBe(true);
});

test('no act, rule, clause, deadline, refusal or setting is without its proof, but for a reason that still holds', () => {
  expect(faultsOf(holes, exceptions)).toEqual([]);
  expect(exceptions.filter(({ reason }) => reason.length < 10)).toEqual([]);
});

test('the readers see what there is: acts with events, tests, stories, and each kind of proof', () => {
  expect(law.acts.length).toBeGreaterThan(40);
  expect(law.proofs.filter(({ isRefusal }) => isRefusal).length).toBeGreaterThan(150);
  expect(law.proofs.filter(({ isRefusal }) => !isRefusal).length).toBeGreaterThan(100);
  expect(law.deadlines.map(({ event }) => event)).toContain('DeadlinePassed');
  expect(law.acts.find(({ command }) => command === 'fileDossier')?.events).toEqual(['DossierFiled', 'ReviewRunOpened']);
});

describe('a planted hole is seen', () => {
  const act = (command: string) => {
    const found = law.acts.find((each) => each.command === command);
    return found ? [found] : [];
  };
  const [opening] = act('openSitting');
  const quorum = opening?.rules.find(({ name }) => name === 'quorumIsMet');
  const ofQuorum = opening && quorum ? refusingBy(law, opening, quorum) : [];
  const planted: readonly (readonly [hole: string, law: Law])[] = [
    ['no test refuses by quorumIsMet (sitting.quorum)', { ...law, proofs: law.proofs.filter((proof) => !ofQuorum.includes(proof)) }],
    [
      'no test allows recognise',
      { ...law, proofs: law.proofs.filter(({ commands, isRefusal }) => isRefusal || !commands.includes('recognise')) },
    ],
    [
      'no test refuses enrol',
      { ...law, proofs: law.proofs.filter(({ commands, isRefusal }) => !isRefusal || !commands.includes('enrol')) },
    ],
    [
      'no case file has recuse',
      {
        ...law,
        stories: law.stories.map((story) => ({ ...story, accepted: new Set([...story.accepted].filter((each) => each !== 'recuse')) })),
      },
    ],
    ['no case file has HolderReminded', { ...law, stories: law.stories.map((story) => ({ ...story, passed: new Set<string>() })) }],
    ['no test has CertificateEnded', { ...law, deadlines: law.deadlines.map((each) => ({ ...each, tests: [] })) }],
    ['no clause is known of CertificateEnded', { ...law, deadlines: law.deadlines.map((each) => ({ ...each, clause: undefined })) }],
    [
      'nobody names supplement.request',
      { ...law, acts: law.acts.filter(({ clause }) => clause !== 'supplement.request'), usesOfClauses: new Map() },
    ],
    ['nobody raises CycleFinished', { ...law, raised: new Map() }],
    ['no test sees WrongClock', { ...law, asked: new Map() }],
    ['nothing rests on supplement.days', { ...law, usesOfSettings: new Map() }],
    ['no event is known of enrol', { ...law, acts: law.acts.map((each) => ({ ...each, events: [] })) }],
  ];
  test.each(planted)('%s', (hole, faulty) => {
    expect(holes).not.toContain(hole);
    expect(holesOf(faulty)).toContain(hole);
  });
  test('an exception excuses one hole, and is a fault itself when nobody needs it', () => {
    expect(faultsOf(['a hole'], [{ hole: 'a hole', reason: 'why' }])).toEqual([]);
    expect(faultsOf(['a hole'], [])).toEqual(['a hole']);
    expect(faultsOf([], [{ hole: 'a hole', reason: 'why' }])).toEqual(['needless exception: a hole']);
  });
});

describe('what counts as a proof', () => {
  const words = { commands: ['receive', 'report'], codes: ['SamplesMissing', 'NotReceived'], clauses: ['dossier.samples'] };
  const proofs = (text: string) =>
    proofsIn(parse('test/domain/a.unit.test.ts', text), words).map(({ isRefusal, commands, codes, clauses }) => [
      isRefusal,
      commands,
      codes,
      clauses,
    ]);

  test('a refusal that is asked for, with its clause, also under the names of the file', () => {
    const text = `
      const ground = { clause: 'dossier.samples' };
      const sent = (samples) => filed().when('receive', { samples }, agency, now);
      test('no samples', () => { sent(0).thenRejected('SamplesMissing', { count: 5 }, ground); });
      test.for([['report', scene]])('%s', ([command, scene]) => { scene.when(command, {}, by, now).thenRejected('NotReceived'); });`;
    expect(proofs(text)).toEqual([
      [true, ['receive'], ['SamplesMissing'], ['dossier.samples']],
      [true, ['report'], ['NotReceived'], []],
    ]);
  });
  test('an acceptance that is asked for', () => {
    expect(proofs(`test('a', () => { filed().when('receive', {}, by, now).thenTypes('DossierReceived'); });`)).toEqual([
      [false, ['receive'], [], []],
    ]);
  });
  test('not a command that is sent and forgotten, a word in a title, or a remark', () => {
    expect(
      proofs(`test('receive is SamplesMissing', () => { filed().when('receive', {}, by, now); /* thenRejected('SamplesMissing') */ });`),
    ).toEqual([]);
    expect(proofs(`const idle = () => filed().when('receive', {}, by, now).thenRejected('SamplesMissing');`)).toEqual([]);
  });
});

test('memory tells the stories as they are written, and where it cannot, for want of a view, it says so', () => {
  expect(law.stories.filter(({ apart }) => apart === undefined).length).toBeGreaterThan(law.stories.length / 2);
  const step = {
    kind: 'step',
    case: 'a',
    file: 'a.yaml',
    line: 7,
    at: 0,
    person: { id: 'a', name: 'A', roles: [] },
    verb: { aggregate: 'product-cycle', command: 'acceptIdea', labels: { vi: '', en: '' } },
    to: { aggregate: 'product-cycle', id: 'tra-1' },
    commandId: 'a',
    data: {},
    isSignal: false,
  } as const;
  expect(shownIn({ file: 'a.yaml', moments: [step] }).apart).toBe('line 7: acceptIdea is refused, NotAtThisStage');
});
