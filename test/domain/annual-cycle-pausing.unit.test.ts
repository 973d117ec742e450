import { expect, test } from 'vitest';
import { annualCycle } from '../../domain/annual-cycle/index.ts';
import { administrator, at, engineActor, given, ocopAgency } from '../kit/domain.ts';
import { act } from '../kit/product-cycle.ts';

const now = at('2030-01-10');
const opening = { year: 2030, province: '86', plan: 'Kế hoạch', rounds: [], ...act('2030-01-05') };
const product = { cycle: 'tra-1', name: 'Trà', year: 2030, province: '86' };
const open = given(annualCycle).after('openAnnualCycle', opening, administrator('86'), now);
const paused = open.after('pause', { reason: 'Rà soát đơn vị hành chính' }, administrator('86'), at('2030-02-01'));
const ground = { clause: 'annualCycle.pause', basis: { setting: 'annualCycle.pause' } } as const;
const since = { year: 2030, province: '86', since: '2030-02-01' };

test('the administrator pauses enrolling and resumes it', () => {
  open
    .when('pause', { reason: 'Rà soát' }, administrator('VN'), now)
    .thenEvents({ type: 'AnnualCyclePaused', data: { reason: 'Rà soát' } });
  paused.when('resume', {}, administrator('86'), at('2030-03-01')).thenEvents({ type: 'AnnualCycleResumed', data: {} });
  expect(paused.after('resume', {}, administrator('86'), at('2030-03-01')).state).toEqual(open.state);
});

test('nobody else pauses or resumes it', () => {
  open.when('pause', { reason: 'x' }, ocopAgency('86'), now).thenRejected('NotYourPart', undefined, ground);
  paused.when('resume', {}, administrator('52'), now).thenRejected('NotYourUnit', { units: ['86', 'VN'] }, ground);
});

test('while it is paused nothing is enrolled and it does not close, and the refusal says since when and what to do', () => {
  for (const actor of [engineActor, administrator('86')])
    paused.when('enrol', product, actor, at('2030-02-10')).thenRejected('AnnualCycleOnHold', since, ground);
  paused.when('closeAnnualCycle', {}, administrator('86'), at('2030-12-31')).thenRejected('AnnualCycleOnHold', since);
  paused.when('pause', { reason: 'x' }, administrator('86'), at('2030-02-02')).thenRejected('AnnualCycleOnHold', since, ground);
  paused.after('resume', {}, administrator('86'), at('2030-03-01')).when('enrol', product, engineActor, now).thenTypes('ProductEnrolled');
});

test('what is not paused is not resumed, and what is not open not paused', () => {
  open.when('resume', {}, administrator('86'), now).thenRejected('NotAtThisStage', { stage: 'open', stages: ['paused'] });
  const closed = open.after('closeAnnualCycle', {}, administrator('86'), at('2030-12-31'));
  for (const command of ['pause', 'resume'])
    closed
      .when(command, command === 'pause' ? { reason: 'x' } : {}, administrator('86'), at('2030-12-31'))
      .thenRejected('AnnualCycleNotOpen', { year: 2030, province: '86' });
});

test('the law runs on: a paused year has no clock of its own to stop', () => {
  expect(annualCycle.deadlines(paused.state)).toEqual([]);
});
