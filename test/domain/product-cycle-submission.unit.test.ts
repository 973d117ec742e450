import { expect, test } from 'vitest';
import { at, decidingAuthority, ocopAgency } from '../kit/domain.ts';
import { act, awaitedAt, judged, province } from '../kit/product-cycle.ts';

const [authority, agency] = [decidingAuthority(province), ocopAgency(province)];
const four = { star: 4, ...act('2027-04-20') };
const paper = act('2027-04-15', '95/TTr');
const submitted = (scene = judged([80])) => scene.after('submitForDecision', paper, agency, at('2027-04-15'));
const sentBack = () => submitted().after('sendBack', { reason: 'thiếu biên bản' }, authority, at('2027-04-16'));

test('the agency submits a result once, and a decision may also follow without the record', () => {
  judged([80]).when('submitForDecision', paper, agency, at('2027-04-15')).thenEvents({ type: 'SubmittedForDecision', data: paper });
  submitted()
    .when('submitForDecision', paper, agency, at('2027-04-16'))
    .thenRejected('AlreadySubmitted', false, { clause: 'decision.submission', basis: { article: '7.3.đ, 7.4.đ' } });
  for (const scene of [judged([80]), submitted()])
    scene.when('recognise', four, authority, at('2027-04-20')).thenTypes('ProductRecognised');
});

test('a file that was sent back is submitted again before anything is decided on it', () => {
  submitted()
    .when('sendBack', { reason: 'thiếu biên bản' }, authority, at('2027-04-16'))
    .thenEvents({ type: 'SentBack', data: { reason: 'thiếu biên bản' } });
  const ground = { clause: 'decision.sendBack', basis: { setting: 'decision.sendBack' } } as const;
  sentBack().when('recognise', four, authority, at('2027-04-20')).thenRejected('SentBackPending', { reason: 'thiếu biên bản' }, ground);
  sentBack().when('sendBack', { reason: 'nữa' }, authority, at('2027-04-17')).thenRejected('SentBackPending', undefined, ground);
  const [mine, theirs] = [
    `submitForDecision: ocopAgency ${province} until 2027-06-29`,
    `recognise: decidingAuthority ${province} until 2027-06-29`,
  ];
  expect([awaitedAt(sentBack()).includes(mine), awaitedAt(sentBack()).includes(theirs)]).toEqual([true, false]);
  const again = submitted(sentBack());
  expect([awaitedAt(again).includes(mine), awaitedAt(again).includes(theirs)]).toEqual([false, true]);
  again.when('recognise', four, authority, at('2027-04-20')).thenTypes('ProductRecognised');
});

test('what goes up is sent back and submitted in the same way; what nobody decides is not submitted', () => {
  const five = submitted(judged([91])).after('sendBack', { reason: 'thiếu báo cáo' }, authority, at('2027-04-16'));
  five.when('approveResult', act('2027-04-20'), authority, at('2027-04-20')).thenRejected('SentBackPending');
  submitted(five).when('approveResult', act('2027-04-20'), authority, at('2027-04-20')).thenTypes('ResultApproved');
  judged([47])
    .when('submitForDecision', paper, agency, at('2027-04-15'))
    .thenRejected('NothingToDecide', { star: 2 }, { clause: 'decision.submission' });
});
