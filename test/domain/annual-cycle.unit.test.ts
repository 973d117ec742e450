import { expect, test } from 'vitest';
import { annualCycle } from '../../domain/annual-cycle/index.ts';
import type { Ack } from '../../domain/kernel/aggregate.ts';
import { refusal } from '../../domain/kernel/rule.ts';
import { administrator, at, committee, engineActor, given, type Scene } from '../kit/domain.ts';

type AnnualCycle = Scene<typeof annualCycle.unborn>;
const now = at('2027-01-10');
const document = { authority: 'UBND tỉnh', number: '1/KH-UBND', signedOn: '2027-01-05', signatory: 'A' };
const opening = {
  year: 2027,
  province: '86',
  plan: 'Kế hoạch OCOP năm 2027',
  document,
  effectiveOn: '2027-01-05',
  rounds: [{ id: 'dot-them', level: 'province', requestsBefore: '2027-08-01', resultsBefore: '2027-09-15', allowedBy: document }],
};
const product = (cycle: string) => ({ cycle, name: `Sản phẩm ${cycle}`, year: 2027, province: '86' });
const opened = (...cycles: readonly string[]): AnnualCycle =>
  cycles.reduce(
    (scene, cycle) => scene.after('enrol', product(cycle), engineActor, now),
    given(annualCycle).after('openAnnualCycle', opening, administrator('86'), now),
  );
const closing = (...cycles: readonly string[]): AnnualCycle =>
  opened(...cycles).after('closeAnnualCycle', {}, administrator('86'), at('2027-12-31'));
const owed = ({ state }: AnnualCycle) => annualCycle.obligations(state, '2027-86');
/** One product answers. */
const settled = (scene: AnnualCycle, cycle: string, answer: Ack): AnnualCycle =>
  scene.and(
    at('2027-12-31'),
    ...(owed(scene)
      .find(({ key }) => key === `carry.${cycle}`)
      ?.settle(answer) ?? []),
  );
const carried: Ack = { ok: true, position: 1, events: [{ type: 'CarriedOver', data: { year: 2028 } }] };
const ended = (outcome: string, star: 0 | 3 | 4 | 5 = 0): Ack => ({ ok: false, rejection: refusal('CycleFinished', { outcome, star }) });

test('the administrator of the province, or of the country, opens its annual cycle', () => {
  for (const unit of ['86', 'VN']) {
    given(annualCycle).when('openAnnualCycle', opening, administrator(unit), now).thenEvents({ type: 'AnnualCycleOpened', data: opening });
  }
  given(annualCycle)
    .when('openAnnualCycle', { ...opening, rounds: [] }, administrator('86'), now)
    .thenTypes('AnnualCycleOpened');
});

test('nobody opens the annual cycle of another province', () => {
  given(annualCycle)
    .when('openAnnualCycle', opening, administrator('52'), now)
    .thenRejected('NotYourUnit', { units: ['86', 'VN'] }, { clause: 'annualCycle.opening', basis: { article: 'QĐ 490, 5' } });
  given(annualCycle)
    .when('openAnnualCycle', opening, committee('86'), now)
    .thenRejected('NotYourPart', { who: ['administrator', 'administrator'] });
});

test('an annual cycle is opened once, even when it has closed', () => {
  for (const scene of [opened(), closing('tra-1'), closing()]) {
    scene
      .when('openAnnualCycle', opening, administrator('86'), at('2028-01-01'))
      .thenRejected(
        'AnnualCycleAlreadyOpen',
        { year: 2027, date: '2027-01-10' },
        { clause: 'annualCycle.opening', basis: { article: 'QĐ 490, 5' } },
      );
  }
});

test('no annual cycle opens without a whole plan document, or ahead of its day', () => {
  given(annualCycle)
    .when('openAnnualCycle', { ...opening, document: { ...document, number: '' } }, administrator('86'), now)
    .thenRejected('DocumentMissing', false, { clause: 'legalAct.document', basis: { setting: 'legalAct.document' } });
  given(annualCycle)
    .when('openAnnualCycle', { ...opening, effectiveOn: '2027-02-01' }, administrator('86'), now)
    .thenRejected('EffectiveDayInFuture', { effectiveOn: '2027-02-01' }, { clause: 'legalAct.effectiveOn' });
});

test('products are enrolled by their own cycles, or by the administrator', () => {
  for (const actor of [engineActor, administrator('86'), administrator('VN')]) {
    opened()
      .when('enrol', product('tra-1'), actor, now)
      .thenEvents({ type: 'ProductEnrolled', data: { cycle: 'tra-1', name: 'Sản phẩm tra-1' } });
  }
  opened()
    .when('enrol', product('tra-1'), administrator('52'), now)
    .thenRejected('NotYourUnit', { units: ['86', 'VN'] }, { clause: 'annualCycle.enrolment', basis: { article: 'QĐ 490' } });
});

test('nothing is enrolled in an annual cycle that is not open, and the refusal says which', () => {
  for (const scene of [given(annualCycle), closing('tra-1'), closing()]) {
    scene
      .when('enrol', product('mat-ong-1'), engineActor, now)
      .thenRejected(
        'AnnualCycleNotOpen',
        { year: 2027, province: '86' },
        { clause: 'annualCycle.unfinished', basis: { setting: 'annualCycle.unfinished' } },
      );
  }
});

test('a product is enrolled once', () => {
  opened('tra-1')
    .when('enrol', product('tra-1'), administrator('86'), now)
    .thenRejected('ProductEnrolledAlready', { cycle: 'tra-1' }, { clause: 'annualCycle.enrolment', basis: { article: 'QĐ 490' } });
});

test('closing asks every product to be carried over into the next year', () => {
  opened('tra-1', 'mat-ong-1').when('closeAnnualCycle', {}, administrator('86'), now).thenEvents({ type: 'AnnualCycleClosing', data: {} });
  expect(owed(closing('tra-1', 'mat-ong-1')).map(({ key, to, command }) => ({ key, to, command }))).toEqual(
    ['tra-1', 'mat-ong-1'].map((id) => ({
      key: `carry.${id}`,
      to: { aggregate: 'product-cycle', id },
      command: { type: 'carryOver', data: { year: 2028 } },
    })),
  );
});

test('an annual cycle without products closes at once', () => {
  opened()
    .when('closeAnnualCycle', {}, administrator('86'), now)
    .thenEvents(
      { type: 'AnnualCycleClosing', data: {} },
      {
        type: 'AnnualCycleClosed',
        data: {
          counts: {
            enrolled: 0,
            stars: { 3: 0, 4: 0, 5: 0 },
            notPassed: 0,
            returned: 0,
            carriedOver: 0,
            notFiled: 0,
            unanswered: 0,
            others: {},
          },
        },
      },
    );
});

test('only an open annual cycle is closed, by its own administrator', () => {
  const ground = { clause: 'annualCycle.closing', basis: { article: 'QĐ 490' } } as const;
  opened()
    .when('closeAnnualCycle', {}, administrator('52'), now)
    .thenRejected('NotYourUnit', { units: ['86', 'VN'] }, ground);
  closing('tra-1')
    .when('closeAnnualCycle', {}, administrator('86'), now)
    .thenRejected('AnnualCycleNotOpen', { year: 2027, province: '86' }, ground);
  closing()
    .when('closeAnnualCycle', {}, administrator('86'), now)
    .thenRejected('AnnualCycleNotOpen', { year: 2027, province: '86' }, ground);
  given(annualCycle)
    .when('closeAnnualCycle', {}, administrator('86'), now)
    .thenRejected('NotAtThisStage', { stage: 'unborn', stages: ['open'] }, ground);
});

test('the last answer closes the cycle in its own commit, with the count of what became of the products', () => {
  const cycles = ['a-1', 'b-1', 'c-1', 'd-1', 'e-1', 'f-1', 'g-1', 'h-1'];
  const answers: Ack[] = [
    carried,
    ended('recognised', 3),
    ended('recognised', 3),
    ended('recognised', 5),
    ended('not-passed'),
    ended('returned'),
    { ok: false, rejection: refusal('CarriedOverAlready', { year: 2028 }) },
    { ok: false, rejection: refusal('NotAtThisStage', { stage: 'unborn', stages: [] }) },
  ];
  const before = cycles.slice(0, -1).reduce((scene, cycle, index) => settled(scene, cycle, answers[index] ?? carried), closing(...cycles));
  expect(before.state).toMatchObject({
    stage: 'closing',
    settled: { 'carry.a-1': { ok: true, value: 'carried-over' }, 'carry.b-1': { ok: false, code: 'CycleFinished', value: 'recognised-3' } },
  });
  const counts = {
    enrolled: 8,
    stars: { 3: 2, 4: 0, 5: 1 },
    notPassed: 1,
    returned: 1,
    carriedOver: 2,
    notFiled: 0,
    unanswered: 1,
    others: {},
  };
  expect(owed(before).map(({ settle }) => settle(answers[7] ?? carried))).toEqual([
    [
      { type: 'ObligationSettled', data: { key: 'carry.h-1', ok: false, code: 'NotAtThisStage' } },
      { type: 'AnnualCycleClosed', data: { counts } },
    ],
  ]);
  expect(settled(before, 'h-1', answers[7] ?? carried).state).toMatchObject({ stage: 'closed', counts });
});

test('an annual cycle lives while it is open, paused or closing', () => {
  const paused = opened('tra-1').after('pause', { reason: 'kiểm kê' }, administrator('86'), now);
  const scenes = [given(annualCycle), opened('tra-1'), paused, closing('tra-1'), closing()];
  expect(scenes.map(({ state }) => annualCycle.alive(state))).toEqual([false, true, true, true, false]);
  expect(annualCycle.facets(opened().state, '2027-86')).toEqual({ stage: 'open', province: '86', cycle: '2027-86' });
  expect(annualCycle.nextDeadline(opened().state)).toBeUndefined();
});

test('a year that a province has left is closed by whoever has succeeded it, and by no neighbour', () => {
  const plan = {
    ...opening,
    year: 2025,
    province: '67',
    rounds: [],
    effectiveOn: '2025-01-05',
    document: { ...document, signedOn: '2025-01-05' },
  };
  const left = given(annualCycle).after('openAnnualCycle', plan, administrator('67'), at('2025-01-06'));
  left.when('closeAnnualCycle', {}, administrator('68'), at('2025-12-30')).thenTypes('AnnualCycleClosing', 'AnnualCycleClosed');
  left.when('closeAnnualCycle', {}, administrator('66'), at('2025-12-30')).thenRejected('NotYourUnit', { units: ['67', '68', 'VN'] });
});

test('a slip in the title of the plan is corrected while the year runs, and its rounds stay', () => {
  const slip = { field: 'plan', was: opening.plan, becomes: 'Kế hoạch OCOP 2027', document, effectiveOn: '2027-01-05' };
  const { state } = opened().when('correct', slip, administrator('86'), now).thenEvents({ type: 'FieldCorrected', data: slip });
  expect(state).toMatchObject({ plan: 'Kế hoạch OCOP 2027', rounds: [{ id: 'dot-them' }] });
  opened()
    .when('correct', { ...slip, was: 'Kế hoạch' }, administrator('86'), now)
    .thenRejected('CorrectionDoesNotMatch', { field: 'plan', present: opening.plan });
  opened().when('correct', slip, committee('28780'), now).thenRejected('NotYourPart');
  given(annualCycle).when('correct', slip, administrator('86'), now).thenRejected('NotAtThisStage');
});
