import { expect, test } from 'vitest';
import { council } from '../../domain/council/index.ts';
import { at, decidingAuthority, given, nobody, type Scene } from '../kit/domain.ts';

type Council = Scene<typeof council.unborn>;
const now = at('2027-04-01');
const document = { authority: 'UBND tỉnh', number: '5/QĐ-UBND', signedOn: '2027-03-30', signatory: 'A' };
const [chair, secretary] = [nobody('chu-tich'), nobody('thu-ky')];
const members = ['tv-1', 'tv-2', 'tv-3'];
const voting = [{ person: 'chu-tich', seat: 'chair' }, ...members.map((person) => ({ person, seat: 'member' }))];
const convened = (seats: object[] = [...voting, { person: 'thu-ky', seat: 'secretary' }]): Council =>
  given(council)
    .after(
      'formCouncil',
      {
        name: 'Hội đồng tỉnh',
        level: 'province',
        unit: '86',
        seats,
        regulation: { preset: 'default', document },
        document,
        effectiveOn: '2027-03-30',
      },
      decidingAuthority('86'),
      now,
    )
    .after('convene', { sitting: 's1', mode: 'meeting', on: '2027-04-10', agenda: ['tra-1'] }, chair, now);
const attended = (scene = convened()): Council =>
  scene.after('recordAttendance', { sitting: 's1', present: ['chu-tich', ...members] }, chair, now);
const open = (scene = convened()): Council => attended(scene).after('openSitting', { sitting: 's1' }, chair, now);
const closed = (scene = convened()): Council => open(scene).after('closeSitting', { sitting: 's1' }, chair, now);
const minutes = { sitting: 's1', document: { ...document, number: '1/BB-HĐ' }, effectiveOn: '2027-04-01' };

test('minutes are signed by the secretary and then by the chair, each once, with their paper', () => {
  const ground = { clause: 'sitting.minutes', basis: { councilRegulation: 'minutes' } } as const;
  closed()
    .when('signMinutes', minutes, chair, now)
    .thenRejected('NotYourPart', { who: ['councilSecretary'] }, ground);
  const bySecretary = closed()
    .when('signMinutes', minutes, secretary, now)
    .thenEvents({ type: 'MinutesSigned', data: { ...minutes, by: 'thu-ky', seat: 'secretary' } });
  bySecretary.when('signMinutes', minutes, secretary, now).thenRejected('SignedAlready', { sitting: 's1' }, ground);
  bySecretary
    .when('signMinutes', minutes, chair, now)
    .thenEvents({ type: 'MinutesSigned', data: { ...minutes, by: 'chu-tich', seat: 'chair' } })
    .when('signMinutes', minutes, chair, now)
    .thenRejected('SignedAlready', { sitting: 's1' }, ground);
});

test('minutes of no sitting, of a sitting not over, or without a paper are not signed', () => {
  const ground = { clause: 'sitting.minutes', basis: { councilRegulation: 'minutes' } } as const;
  closed()
    .when('signMinutes', { ...minutes, sitting: 's9' }, secretary, now)
    .thenRejected('SittingUnknown', { sitting: 's9' }, ground);
  open()
    .when('signMinutes', minutes, secretary, now)
    .thenRejected('NotAtThisStage', { stage: 'open', stages: ['closed'] }, ground);
  closed()
    .when('signMinutes', minutes, nobody('tv-1'), now)
    .thenRejected('NotYourPart', { who: ['councilSecretary', 'councilChair'] }, ground);
  closed()
    .when('signMinutes', { ...minutes, document: { ...document, authority: '' } }, secretary, now)
    .thenRejected('DocumentMissing', false, { clause: 'legalAct.document' });
  closed()
    .when('signMinutes', { ...minutes, effectiveOn: '2027-04-02' }, secretary, now)
    .thenRejected('EffectiveDayInFuture', { effectiveOn: '2027-04-02' }, { clause: 'legalAct.effectiveOn' });
});

test('a council without secretary takes its attendance and signs its minutes by the chair alone', () => {
  const alone = convened(voting);
  expect(council.worklist(alone.state)).toEqual([{ command: 'recordAttendance', role: 'councilChair', unit: '86', person: 'chu-tich' }]);
  closed(alone).when('signMinutes', minutes, chair, now).thenTypes('MinutesSigned');
});

test('the worklist names who is awaited next at a sitting', () => {
  const signed = closed().after('signMinutes', minutes, secretary, now);
  const awaited = [convened(), attended(), open(), closed(), signed, signed.after('signMinutes', minutes, chair, now)].map(({ state }) =>
    council.worklist(state).map(({ command, person }) => `${command} ${person}`),
  );
  expect(awaited).toEqual([
    ['recordAttendance thu-ky'],
    ['openSitting chu-tich'],
    ['closeSitting chu-tich'],
    ['signMinutes thu-ky'],
    ['signMinutes chu-tich'],
    [],
  ]);
});
