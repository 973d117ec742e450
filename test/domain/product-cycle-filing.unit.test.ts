import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, committee, given, onBehalf, producer } from '../kit/domain.ts';
import { commune, dossier, filed, held, htx, formerDossier, formerFiled, piece, renewal, renewalFiled } from '../kit/product-cycle.ts';

const unborn = given(productCycle);
const lan = producer('htx');
const inWindow = at('2029-03-01');
const knowing = (known: object) => unborn.knowing(known);
const four = held(4, '2029-08-05');

test('a dossier pins the edition of its day and opens its first run at the lowest level', () => {
  unborn
    .when('fileDossier', dossier, lan, at('2027-03-01'))
    .thenEvents(
      { type: 'DossierFiled', data: { ...dossier, edition: 'qd-26-2026' } },
      { type: 'ReviewRunOpened', data: { level: 'commune', n: 1, role: 'report', mode: null, roundId: null, trigger: 'first' } },
    );
  unborn
    .when('fileDossier', formerDossier, lan, at('2021-03-01'))
    .thenEvents(
      { type: 'DossierFiled', data: { ...formerDossier, edition: 'qd-1048-2019' } },
      { type: 'ReviewRunOpened', data: { level: 'district', n: 1, role: 'council', mode: 'meeting', roundId: null, trigger: 'first' } },
    );
});

test('the pinned edition judges later acts, whatever the law of their day', () => {
  const late = formerFiled().when('receive', {}, lan, at('2027-03-01'));
  late.thenRejected('Malformed');
  formerFiled()
    .when('receive', { copies: 1, samples: 5, components: [] }, lan, at('2027-03-01'))
    .thenRejected('NotYourPart', undefined, { basis: { article: 'QĐ 1048' } });
});

test("one files for one's own producer, the commune for its own place", () => {
  const ground = { clause: 'dossier.filing', basis: { article: '6.1, 7.1' } } as const;
  unborn.when('fileDossier', dossier, producer('khac'), at('2027-03-01')).thenRejected('NotYourUnit', { units: ['htx', commune] }, ground);
  unborn
    .when('fileDossier', dossier, committee('11111'), at('2027-03-01'))
    .thenRejected('NotYourUnit', { units: ['htx', commune] }, ground);
  unborn.when('fileDossier', dossier, onBehalf(committee(commune), 'htx'), at('2027-03-01')).thenTypes('DossierFiled', 'ReviewRunOpened');
});

test('on a day without an edition nothing is filed', () => {
  unborn
    .when('fileDossier', dossier, lan, at('2019-08-20'))
    .thenRejected('NoEditionForDay', { day: '2019-08-20' }, { clause: 'dossier.edition', basis: { setting: 'edition.selectBy' } });
  unborn.when('fileDossier', formerDossier, lan, at('2019-08-21 00:00')).thenTypes('DossierFiled', 'ReviewRunOpened');
});

test('from 21/8/2019 on every day has its edition, and the dossier of a day is pinned to it', () => {
  const pinned = (day: string, data: object) => {
    const { state } = unborn.after('fileDossier', data, lan, at(day));
    return state.stage === 'filed' ? `${state.edition} ${state.run.level}` : state.stage;
  };
  expect(['2019-08-21', '2023-02-23'].map((day) => pinned(day, formerDossier))).toEqual(['qd-1048-2019 district', 'qd-1048-2019 district']);
  expect(
    ['2023-02-24', '2025-06-30', '2025-07-01', '2025-07-05', '2025-07-06', '2026-05-21', '2026-05-22', '2026-07-21'].map((day) =>
      pinned(day, dossier),
    ),
  ).toEqual([
    'qd-148-2023 district',
    'qd-148-2023 district',
    'qd-1489-2025 commune',
    'qd-1489-2025 commune',
    'qd-1489-2025 commune',
    'qd-1489-2025 commune',
    'qd-26-2026 commune',
    'qd-26-2026 commune',
  ]);
});

test('an association registers tourism alone under 26/2026, and anything under 1048', () => {
  const association = { ...htx, kind: 'association' };
  unborn
    .when('fileDossier', { ...dossier, producer: association }, lan, at('2027-03-01'))
    .thenRejected('ProducerNotEligible', { kind: 'association' }, { clause: 'dossier.producer', basis: { article: '2.3' } });
  unborn
    .when('fileDossier', { ...dossier, producer: association, set: 26 }, lan, at('2027-03-01'))
    .thenTypes('DossierFiled', 'ReviewRunOpened');
  unborn
    .when('fileDossier', { ...formerDossier, producer: association }, lan, at('2021-03-01'))
    .thenTypes('DossierFiled', 'ReviewRunOpened');
});

test('components are asked for by the edition', () => {
  const { registration: _, selfAssessment: __, ...bare } = dossier;
  const ground = { clause: 'dossier.components', basis: { article: '6.1' } } as const;
  unborn
    .when('fileDossier', bare, lan, at('2027-03-01'))
    .thenRejected('ComponentsMissing', { items: ['registration', 'self-assessment'] }, ground);
  unborn
    .when('fileDossier', { ...bare, registration: {}, evidence: [piece('bản giấy', ['self-assessment'])] }, lan, at('2027-03-01'))
    .thenTypes('DossierFiled', 'ReviewRunOpened');
  unborn
    .when('fileDossier', { ...formerDossier, evidence: [] }, lan, at('2021-03-01'))
    .thenRejected('ComponentsMissing', { items: ['plan', 'organisation', 'business-registration'] }, { basis: { article: 'QĐ 1048' } });
});

test('samples are no paper: 1048 asks for them with the request, not on filing', () => {
  expect(formerFiled().state.stage).toBe('filed');
});

test('a product with a certificate in force files a renewal, one without a first evaluation', () => {
  const ground = { clause: 'dossier.kind', basis: { article: '6.1' } } as const;
  knowing({ held: four }).when('fileDossier', dossier, lan, inWindow).thenRejected('KindDoesNotFit', { held: 4, kind: 'first' }, ground);
  unborn.when('fileDossier', renewal, lan, inWindow).thenRejected('KindDoesNotFit', { held: 0, kind: 'renewal' }, ground);
  knowing({ held: four }).when('fileDossier', dossier, lan, at('2029-08-06')).thenTypes('DossierFiled', 'ReviewRunOpened');
  unborn.when('fileDossier', { ...formerDossier, kind: 'renewal' }, lan, at('2021-03-01')).thenTypes('DossierFiled', 'ReviewRunOpened'); // 1048 knows no kinds
});

test('a renewal of an ended certificate is refused, and names its last day', () => {
  const ground = { clause: 'certificate.inForce', basis: { setting: 'lateFiling.acceptAfterExpiry' } } as const;
  knowing({ held: four })
    .when('fileDossier', renewal, lan, at('2029-08-06'))
    .thenRejected('CertificateAlreadyEnded', { lastDay: '2029-08-05' }, ground);
  knowing({ held: { ...four, ended: 'revoked' } })
    .when('fileDossier', renewal, lan, inWindow)
    .thenRejected('CertificateAlreadyEnded', { lastDay: '2029-08-05' }, ground);
  knowing({ held: { ...four, lastDay: '2021-02-28' } })
    .when('fileDossier', { ...formerDossier, kind: 'renewal' }, lan, at('2021-03-01'))
    .thenRejected('CertificateAlreadyEnded', { lastDay: '2021-02-28' }, { basis: { setting: 'lateFiling.acceptAfterExpiry' } });
});

test('the window opens 180 days before the end, and filing after it, up to the last day, is late but taken', () => {
  const filing = (day: string) => knowing({ held: four }).when('fileDossier', renewal, lan, at(day));
  filing('2029-02-05').thenRejected(
    'WindowNotOpen',
    { opens: '2029-02-06', closes: '2029-04-07' },
    { clause: 'dossier.window', basis: { article: '7.6.a' } },
  );
  for (const day of ['2029-02-06', '2029-04-07', '2029-04-08', '2029-08-05']) filing(day).thenTypes('DossierFiled', 'ReviewRunOpened');
  knowing({ held: { ...four, lastDay: '2022-03-01' } })
    .when('fileDossier', { ...formerDossier, kind: 'renewal' }, lan, at('2021-03-01'))
    .thenTypes('DossierFiled', 'ReviewRunOpened');
});

test('a product has one open cycle', () => {
  for (const [data, day, basis] of [
    [dossier, '2027-03-01', 'cycle.onePerProduct'],
    [formerDossier, '2021-03-01', 'cycle.onePerProduct'],
  ] as const) {
    knowing({ openCycle: 'tra-1' })
      .when('fileDossier', data, lan, at(day))
      .thenRejected('CycleAlreadyOpen', { cycle: 'tra-1' }, { clause: 'dossier.onePerProduct', basis: { setting: basis } });
  }
});

test('a renewal carries over what is still good, marked with its certificate, and the new piece of a title replaces the old', () => {
  const evidence = [
    piece('hợp đồng', ['1.4']),
    piece('kiểm nghiệm', ['8'], { validUntil: '2029-02-05' }),
    piece('câu chuyện', ['5.1']),
    piece('ISO', ['9'], { validUntil: '2029-02-06', reusedFrom: 'tra-0' }),
  ];
  const again = renewalFiled(4, { dossier: { evidence, productCode: '86-28780-3-2026' } });
  expect(again.state).toMatchObject({ held: four, productCode: '86-28780-3-2026', filedOn: '2029-02-06' });
  expect(again.state.stage === 'filed' && again.state.evidence).toEqual([
    piece('hợp đồng', ['1.4'], { reusedFrom: 'tra-1' }),
    piece('ISO', ['9'], { validUntil: '2029-02-06', reusedFrom: 'tra-0' }),
    ...renewal.evidence,
  ]);
});

test('a carried-over piece counts as a component, an expired one does not', () => {
  const { selfAssessment: _, ...bare } = renewal;
  const with2 = (validUntil: string) =>
    knowing({ held: four, dossier: { evidence: [piece('tự đánh giá', ['self-assessment'], { validUntil })] } });
  with2('2029-03-01').when('fileDossier', bare, lan, inWindow).thenTypes('DossierFiled', 'ReviewRunOpened');
  with2('2029-02-28')
    .when('fileDossier', bare, lan, inWindow)
    .thenRejected('ComponentsMissing', { items: ['self-assessment'] });
});

test('a first evaluation after the end of a certificate starts anew: nothing is carried over', () => {
  const again = knowing({ held: four, dossier: { evidence: [piece('hợp đồng')], productCode: '86-28780-3-2026' } }).after(
    'fileDossier',
    dossier,
    lan,
    at('2029-08-06'),
  );
  expect(again.state.stage === 'filed' && [again.state.evidence, again.state.held]).toEqual([dossier.evidence, undefined]);
});

test('what the API has seen of the product is no part of what the client may send', () => {
  unborn.when('fileDossier', { ...renewal, held: four }, lan, inWindow).thenRejected('Malformed', { fields: ['held'] });
  expect(filed().state).not.toHaveProperty('openCycle');
});
