import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, committee, given, nobody, ocopAgency, producer } from '../kit/domain.ts';
import { whoThenStage, type Rows } from '../kit/product-cycle-rows.ts';
import { commune, htx, place, province } from '../kit/product-cycle.ts';

const [unborn, here, elsewhere, agency] = [given(productCycle), committee(commune), committee('11111'), ocopAgency(province)];
const idea = { place, name: 'Trà', idea: 'trà của làng' };
const plan = { producer: htx, summary: 'ba năm' };
const proposed = unborn.after('proposeIdea', idea, nobody('lan'), at('2027-01-05'));
const accepted = proposed.after('acceptIdea', {}, here, at('2027-01-06'));
const planned = accepted.after('submitPlan', plan, producer('htx'), at('2027-01-10'));
const planAccepted = planned.after('acceptPlan', {}, here, at('2027-01-11'));

const rows: Rows = {
  proposeIdea: {
    scene: unborn,
    data: idea,
    by: nobody('lan'),
    on: '2027-01-05',
    events: ['IdeaProposed'],
    becomes: 'idea-proposed',
    elsewhere: [[accepted, 'NotAtThisStage']],
    clause: 'idea.proposal',
    basis: { article: 'QĐ 490 (2)' },
  },
  acceptIdea: {
    scene: proposed,
    data: {},
    by: here,
    on: '2027-01-06',
    events: ['IdeaAccepted'],
    becomes: 'idea-accepted',
    stranger: nobody('lan'),
    otherUnit: elsewhere,
    elsewhere: [[accepted, 'NotAtThisStage']],
    clause: 'idea.review',
    basis: { setting: 'ideas.reviewer' },
  },
  returnIdea: {
    scene: proposed,
    data: { note: 'chưa rõ' },
    by: here,
    on: '2027-01-06',
    events: ['IdeaReturned'],
    becomes: 'idea-returned',
    stranger: agency,
    otherUnit: elsewhere,
    elsewhere: [[accepted, 'NotAtThisStage']],
    clause: 'idea.review',
    basis: { setting: 'ideas.reviewer' },
  },
  submitPlan: {
    scene: accepted,
    data: plan,
    by: producer('htx'),
    on: '2027-01-10',
    events: ['PlanSubmitted'],
    becomes: 'plan-submitted',
    stranger: nobody('lan'),
    otherUnit: elsewhere,
    elsewhere: [[planAccepted, 'NotAtThisStage']],
    clause: 'plan.submission',
    basis: { article: 'QĐ 490 (3)' },
  },
  acceptPlan: {
    scene: planned,
    data: {},
    by: here,
    on: '2027-01-11',
    events: ['PlanAccepted'],
    becomes: 'plan-accepted',
    stranger: producer('htx'),
    otherUnit: elsewhere,
    elsewhere: [[accepted, 'NotAtThisStage']],
    clause: 'plan.review',
    basis: { setting: 'ideas.reviewer' },
  },
  returnPlan: {
    scene: planned,
    data: { note: 'thiếu vốn' },
    by: here,
    on: '2027-01-11',
    events: ['PlanReturned'],
    becomes: 'plan-returned',
    stranger: producer('htx'),
    otherUnit: elsewhere,
    elsewhere: [[planAccepted, 'NotAtThisStage']],
    clause: 'plan.review',
    basis: { setting: 'ideas.reviewer' },
  },
  reportImplementation: {
    scene: planAccepted,
    data: { results: 'xong' },
    by: producer('htx'),
    on: '2027-02-20',
    events: ['ImplementationReported'],
    becomes: 'implemented',
    stranger: agency,
    otherUnit: producer('khác'),
    units: ['htx'],
    elsewhere: [[planned, 'NotAtThisStage']],
    clause: 'plan.implementation',
    basis: { article: 'form 02, II' },
  },
};
whoThenStage(rows);

test('every command before the filing has its row', () => {
  const names = Object.keys(productCycle.commands);
  expect(Object.keys(rows)).toEqual(names.slice(0, names.indexOf('fileDossier')));
});
