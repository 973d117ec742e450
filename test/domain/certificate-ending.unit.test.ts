import { expect, test } from 'vitest';
import { certificate } from '../../domain/certificate/index.ts';
import { act, issued, type CertificateScene } from '../kit/certificate.ts';
import { at, committee, decidingAuthority, engineActor, ocopAgency, producer } from '../kit/domain.ts';

const now = at('2028-03-20');
const held = (star: 3 | 4 | 5 = 4): CertificateScene =>
  issued('2026-08-05', star === 5 ? { star, level: 'central', issuer: 'VN' } : { star });
const conclusion = { ground: 'c', finding: 'Vượt giới hạn vi sinh', ...act('2028-03-01', '7/KL') };
const concluded = (star: 3 | 4 | 5 = 4) => held(star).after('recordConclusion', conclusion, ocopAgency('86'), at('2028-03-01'));
const stopped = () => held().after('confirmProductionStopped', act('2028-03-01', '9/XN-UBND'), committee('28780'), at('2028-03-02'));
const proposed = (scene: CertificateScene, ground: string) =>
  scene.after('proposeRevocation', { ground, ...act('2028-03-08', '31/TTr') }, ocopAgency('86'), at('2028-03-08'));
const duties = ({ state }: CertificateScene) =>
  certificate.worklist(state).map(({ command, role, unit, due }) => `${command} ${role} ${unit} ${due?.day ?? ''}`);
const revoking = (scene: CertificateScene, ground: string, actor = decidingAuthority('86')) =>
  scene.when('revoke', { ground, ...act('2028-03-14') }, actor, now);

test('15 days run from the paper of the commune, however late it is typed in, and stand on the worklist with their computation', () => {
  const { state } = stopped();
  expect(certificate.worklist(state)).toEqual([
    {
      command: 'proposeRevocation',
      role: 'ocopAgency',
      unit: '86',
      due: {
        day: '2028-03-16',
        clause: 'certificate.revocationTerm',
        basis: { article: '8.4' },
        from: '2028-03-01',
        count: 15,
        unit: 'days',
        skipped: [],
        provisional: true,
      },
    },
  ]);
});

test('the word of the commune stands for the ground that the text names for it, also before there were grounds', () => {
  const { state } = issued('2023-03-01').after('confirmProductionStopped', act('2024-03-01'), committee('28780'), at('2024-03-01'));
  expect([stopped().state, state].map((each) => each.stage === 'in-force' && each.conclusions.map(({ ground }) => ground))).toEqual([
    ['đ'],
    ['đ'],
  ]);
});

test('a term of 15 days that ends on a Saturday ends on Monday', () => {
  const scene = held().after('confirmProductionStopped', act('2028-03-03'), committee('28780'), at('2028-03-03'));
  expect(duties(scene)).toEqual(['proposeRevocation ocopAgency 86 2028-03-20']);
});

test('a term that leaves the calendar is refused', () => {
  issued('2029-08-05')
    .when('confirmProductionStopped', act('2030-12-20'), committee('28780'), at('2030-12-20'))
    .thenRejected('YearWithoutCalendar', { year: 2031 }, { clause: 'calendar.range' });
});

test('the agency verifies and submits, then the deciding authority is awaited by the same day', () => {
  expect(duties(proposed(stopped(), 'đ'))).toEqual(['revoke decidingAuthority 86 2028-03-16']);
  revoking(proposed(stopped(), 'đ'), 'đ').thenEvents({
    type: 'CertificateEnded',
    data: { how: 'revoked', on: '2028-03-14', ground: 'đ', ...act('2028-03-14') },
  });
});

test('without a conclusion there is no ground', () => {
  held()
    .when('proposeRevocation', { ground: 'c', ...act('2028-03-08') }, ocopAgency('86'), now)
    .thenRejected('GroundMissing', { ground: 'c' }, { clause: 'certificate.revocationGround', basis: { article: '8.1' } });
  revoking(held(), 'c').thenRejected('GroundMissing', { ground: 'c' });
  revoking(proposed(concluded(), 'c'), 'a').thenRejected('GroundMissing', { ground: 'a' });
});

test('nobody revokes what was not verified', () => {
  revoking(concluded(), 'c').thenRejected(
    'RevocationNotProposed',
    { ground: 'c' },
    { clause: 'certificate.verification', basis: { article: '8.3' } },
  );
});

test('three and four stars are the province to take, five the minister', () => {
  revoking(proposed(concluded(5), 'c'), 'c', decidingAuthority('VN')).thenTypes('CertificateEnded');
  expect(duties(proposed(concluded(5), 'c'))).toEqual(['revoke decidingAuthority VN 2028-03-16']);
  const ground = { clause: 'certificate.revocationAuthority', basis: { article: '8.2' } } as const;
  revoking(proposed(concluded(5), 'c'), 'c').thenRejected('NotTheDecidingAuthority', { star: 5, level: 'province' }, ground);
  for (const star of [3, 4] as const) {
    revoking(proposed(concluded(star), 'c'), 'c').thenTypes('CertificateEnded');
    revoking(proposed(concluded(star), 'c'), 'c', decidingAuthority('VN')).thenRejected(
      'NotTheDecidingAuthority',
      { star, level: 'central' },
      ground,
    );
  }
  revoking(proposed(concluded(), 'c'), 'c', decidingAuthority('15')).thenRejected('NotYourUnit', { units: ['86'] }, ground);
});

test('of several conclusions the one that is due first is awaited', () => {
  const later = { ...conclusion, ground: 'b', ...act('2028-02-15') };
  const scene = concluded().after('recordConclusion', later, ocopAgency('VN'), at('2028-03-05'));
  expect(duties(scene)).toEqual(['proposeRevocation ocopAgency 86 2028-03-01']);
  expect(duties(proposed(scene, 'b'))).toEqual(['proposeRevocation ocopAgency 86 2028-03-16', 'revoke decidingAuthority 86 2028-03-01']);
});

test('before 26/2026 the texts name no term and no authority: whoever issued decides', () => {
  const scene = issued('2023-03-01').after('recordConclusion', { ...conclusion, ...act('2024-03-01') }, ocopAgency('86'), at('2024-03-01'));
  expect(duties(scene)).toEqual(['proposeRevocation ocopAgency 86 ']);
  scene
    .when('revoke', { ground: 'c', ...act('2024-03-14') }, decidingAuthority('15'), at('2024-03-14'))
    .thenRejected('NotYourUnit', { units: ['86'] });
  scene.when('revoke', { ground: 'c', ...act('2024-03-14') }, decidingAuthority('86'), at('2024-03-14')).thenTypes('CertificateEnded');
});

test('only the agencies conclude, only the commune tells of a stop, and each for its own', () => {
  held()
    .when('recordConclusion', conclusion, committee('28780'), now)
    .thenRejected('NotYourPart', { who: ['ocopAgency', 'ocopAgency'] });
  held()
    .when('recordConclusion', conclusion, ocopAgency('15'), now)
    .thenRejected('NotYourUnit', { units: ['86', 'VN'] });
  held()
    .when('confirmProductionStopped', act('2028-03-01'), committee('99'), now)
    .thenRejected('NotYourUnit', { units: ['28780'] });
});

test('a recognition is withdrawn by the province that gave it, and a five-star one by no province', () => {
  held()
    .when('withdrawRecognition', act('2028-03-14'), decidingAuthority('86'), now)
    .thenEvents({ type: 'CertificateEnded', data: { how: 'recognitionWithdrawn', on: '2028-03-14', ...act('2028-03-14') } });
  held(5)
    .when('withdrawRecognition', act('2028-03-14'), decidingAuthority('86'), now)
    .thenRejected(
      'NotTheDecidingAuthority',
      { star: 5, level: 'province' },
      { clause: 'certificate.withdrawal', basis: { article: '10.1.b' } },
    );
  held()
    .when('withdrawRecognition', act('2028-03-14'), decidingAuthority('15'), now)
    .thenRejected('NotYourUnit', { units: ['86'] });
});

const redone = (scene: CertificateScene, outcome: string) =>
  scene.after('concludeRedo', { cycle: 'tra-1', outcome }, engineActor, at('2028-03-10'));

test('after a redo without a star the provincial authority is awaited for the withdrawal, until the recognition is borne out or ended', () => {
  held()
    .when('concludeRedo', { cycle: 'tra-1', outcome: 'not-passed' }, engineActor, now)
    .thenEvents({ type: 'RedoConcluded', data: { cycle: 'tra-1', outcome: 'not-passed' } });
  const awaiting = redone(held(), 'not-passed');
  expect(duties(awaiting)).toEqual(['withdrawRecognition decidingAuthority 86 ']);
  expect(duties(redone(awaiting, 'stands'))).toEqual([]);
  expect(duties(awaiting.after('withdrawRecognition', act('2028-03-14'), decidingAuthority('86'), now))).toEqual([]);
});

test('nobody is awaited for what no act of his withdraws: five stars, or a recognition that stands', () => {
  expect(duties(redone(held(5), 'not-passed'))).toEqual([]);
  expect(duties(redone(held(), 'stands'))).toEqual([]);
});

test('only the product itself says what became of its redo, and to no certificate that has ended', () => {
  held()
    .when('concludeRedo', { cycle: 'tra-1', outcome: 'not-passed' }, decidingAuthority('86'), now)
    .thenRejected('NotYourPart', { who: ['engine'] }, { clause: 'certificate.withdrawal', basis: { article: '10.1.b' } });
  held()
    .after('surrender', {}, producer('htx'), now)
    .when('concludeRedo', { cycle: 'tra-1', outcome: 'not-passed' }, engineActor, at('2028-04-01'))
    .thenRejected('CertificateNotInForce', { how: 'surrendered' });
});

test('a producer gives his certificate back, also by the hand of the commune, and nobody gives back another one', () => {
  for (const actor of [producer('htx'), { ...committee('28780'), onBehalfOf: 'htx' }])
    held()
      .when('surrender', { note: 'Không dùng nữa' }, actor, now)
      .thenEvents({ type: 'CertificateEnded', data: { how: 'surrendered', on: '2028-03-20', note: 'Không dùng nữa' } });
  held()
    .when('surrender', {}, producer('khac'), now)
    .thenRejected('NotYourUnit', { units: ['htx'] }, { basis: { setting: 'certificate.surrender' } });
  held()
    .when('surrender', {}, committee('28780'), now)
    .thenRejected('OnBehalfMissing', { producer: 'htx' }, { basis: { setting: 'producer.onBehalf' } });
});

test('the agency proposes the revocation that a conclusion grounds, and then its authority is awaited', () => {
  concluded()
    .when('proposeRevocation', { ground: 'c', ...act('2028-03-14', '31/TTr') }, ocopAgency('86'), now)
    .thenTypes('RevocationProposed');
});

test('what has ended ends no second time, and says how it ended', () => {
  const gone = held().after('surrender', {}, producer('htx'), now);
  const later = at('2028-04-01');
  const no = (command: string, data: object, actor = decidingAuthority('86')) => {
    gone.when(command, data, actor, later).thenRejected('CertificateNotInForce', { how: 'surrendered' });
  };
  no('revoke', { ground: 'c', ...act('2028-04-01') });
  no('withdrawRecognition', act('2028-04-01'));
  no('recordConclusion', conclusion, ocopAgency('86'));
  no('confirmProductionStopped', act('2028-04-01'), committee('28780'));
  no('proposeRevocation', { ground: 'c', ...act('2028-04-01') }, ocopAgency('86'));
  no('surrender', {}, producer('htx'));
  no('supersede', { by: 'tra-2', on: '2028-04-01' }, engineActor);
});

test('every act of ending has its paper, and none takes effect ahead', () => {
  const { document } = act('2028-03-14');
  const acts: readonly (readonly [CertificateScene, string, object, typeof engineActor])[] = [
    [held(), 'recordConclusion', { ground: 'c', finding: 'Sai' }, ocopAgency('86')],
    [held(), 'confirmProductionStopped', {}, committee('28780')],
    [concluded(), 'proposeRevocation', { ground: 'c' }, ocopAgency('86')],
    [proposed(concluded(), 'c'), 'revoke', { ground: 'c' }, decidingAuthority('86')],
    [held(), 'withdrawRecognition', {}, decidingAuthority('86')],
  ];
  for (const [scene, command, data, actor] of acts) {
    scene
      .when(command, { ...data, document: { ...document, number: '' }, effectiveOn: '2028-03-14' }, actor, now)
      .thenRejected('DocumentMissing');
    scene.when(command, { ...data, document, effectiveOn: '2028-03-21' }, actor, now).thenRejected('EffectiveDayInFuture');
  }
});
