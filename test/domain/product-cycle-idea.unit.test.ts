import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, committee, given, nobody, onBehalf, producer } from '../kit/domain.ts';
import { commune, htx, formerPlace, place } from '../kit/product-cycle.ts';

const unborn = given(productCycle);
const idea = { place, name: 'Trà', idea: 'trà của làng' };
const plan = { producer: htx, summary: 'ba năm' };
const lan = nobody('lan');
const here = committee(commune);
const proposed = unborn.after('proposeIdea', idea, lan, at('2027-01-05'));
const returned = proposed.after('returnIdea', { note: 'chưa rõ' }, here, at('2027-01-06'));
const accepted = proposed.after('acceptIdea', {}, here, at('2027-01-06'));
const planReturned = accepted
  .after('submitPlan', plan, producer('htx'), at('2027-01-10'))
  .after('returnPlan', { note: 'thiếu vốn' }, here, at('2027-01-11'));

test('an idea belongs to whom it names, or else to who proposes it', () => {
  unborn.when('proposeIdea', idea, lan, at('2027-01-05')).thenEvents({ type: 'IdeaProposed', data: { ...idea, proposer: 'lan' } });
  unborn.when('proposeIdea', { ...idea, proposer: 'bình' }, lan, at('2027-01-05')).thenRejected('Malformed', { fields: ['proposer'] });
  unborn
    .when('proposeIdea', { ...idea, proposer: 'binh' }, here, at('2027-01-05'))
    .thenEvents({ type: 'IdeaProposed', data: { ...idea, proposer: 'binh' } });
});

test("a returned idea is its proposer's to propose again, and nobody else's", () => {
  returned
    .when('proposeIdea', idea, nobody('minh'), at('2027-01-07'))
    .thenRejected('NotYourPart', { who: ['anyone', 'committee'] }, { clause: 'idea.proposal', basis: { article: 'QĐ 490 (2)' } });
  returned.when('proposeIdea', idea, committee('11111'), at('2027-01-07')).thenRejected('NotYourPart');
  returned.when('proposeIdea', idea, lan, at('2027-01-07')).thenTypes('IdeaProposed');
});

test("the commune may type a returned idea in again, and it stays its proposer's", () => {
  returned.when('proposeIdea', idea, here, at('2027-01-07')).thenEvents({ type: 'IdeaProposed', data: { ...idea, proposer: 'lan' } });
});

test('a returned idea keeps the day it began and what it has settled', () => {
  const again = returned
    .and(at('2027-01-06'), { type: 'ObligationSettled', data: { key: 'enrol-2027', ok: true } })
    .after('proposeIdea', idea, lan, at('2028-01-07'));
  expect(again.state).toMatchObject({ birth: { on: '2027-01-05' }, settled: { 'enrol-2027': { ok: true } } });
  expect(productCycle.obligations(again.state, 'tra-1')).toEqual([]);
});

test("a plan is submitted for one's own producer, or by the commune for him", () => {
  accepted
    .when('submitPlan', plan, producer('khac'), at('2027-01-10'))
    .thenRejected('NotYourUnit', { units: ['htx', commune] }, { clause: 'plan.submission', basis: { article: 'QĐ 490 (3)' } });
  accepted.when('submitPlan', plan, onBehalf(here, 'htx'), at('2027-01-10')).thenEvents({ type: 'PlanSubmitted', data: plan });
  planReturned
    .when('submitPlan', { ...plan, producer: { ...htx, id: 'khac' } }, producer('htx'), at('2027-01-12'))
    .thenRejected('NotYourUnit', { units: ['khac', commune] });
  planReturned.when('submitPlan', plan, producer('khac'), at('2027-01-12')).thenRejected('NotYourUnit', { units: ['htx'] });
});

test('ideas and plans pin no edition: each act is judged by the law of its day', () => {
  const former = unborn
    .after('proposeIdea', { ...idea, place: formerPlace }, lan, at('2020-01-05'))
    .after('acceptIdea', {}, here, at('2020-01-06'))
    .after('submitPlan', plan, producer('htx'), at('2020-01-10'))
    .after('acceptPlan', {}, here, at('2020-01-11'));
  former
    .when('reportImplementation', { results: 'xong' }, lan, at('2020-02-01'))
    .thenRejected('NotYourPart', undefined, { basis: { article: 'QĐ 490 (4)' } });
  former
    .when('reportImplementation', { results: 'xong' }, lan, at('2027-02-01'))
    .thenRejected('NotYourPart', undefined, { basis: { article: 'form 02, II' } });
});

test('returns carry the note that says why', () => {
  expect(returned.state).toMatchObject({ stage: 'idea-returned', note: 'chưa rõ' });
  expect(planReturned.state).toMatchObject({ stage: 'plan-returned', note: 'thiếu vốn' });
  proposed.when('returnIdea', { note: ' ' }, here, at('2027-01-06')).thenRejected('Malformed', { fields: ['note'] });
});

test('whoever means a product that is not there is told that, whatever he may do elsewhere', () => {
  for (const actor of [committee(commune), producer('htx')])
    unborn
      .when('acceptIdea', {}, actor, at('2027-01-05'))
      .thenRejected('NotAtThisStage', { stage: 'unborn', stages: ['idea-proposed'] }, { clause: 'idea.review' });
});
