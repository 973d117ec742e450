import type { Star } from '../../domain/edition/edition.ts';
import type { Evidence } from '../../domain/product-cycle/events.ts';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { conclusionsOf } from '../../domain/product-cycle/run.ts';
import { hasDossier, type ProductCycle } from '../../domain/product-cycle/state.ts';
import { at, chair, committee, decidingAuthority, engineActor, given, member, ocopAgency, producer, type Scene } from './domain.ts';

/* One product of each edition, and the scenes in which its tests begin. Names are invented. */

export type Cycle = Scene<ProductCycle>;
export const htx = { id: 'htx', name: 'HTX Tân Phú', kind: 'cooperative' };
export const commune = '28780';
export const province = '86';
export const place = { commune, province };
export const formerPlace = { commune, district: '829', province: '83' };

export const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
export const act = (effectiveOn: string, number = '12/BC-UBND') => ({
  document: { authority: 'UBND', number, signedOn: effectiveOn, signatory: 'Nguyễn Văn A' },
  effectiveOn,
});
export const unsigned = (effectiveOn: string) => ({
  document: { authority: 'UBND', number: '', signedOn: effectiveOn, signatory: '' },
  effectiveOn,
});
export const piece = (title: string, criteria: string[] = [], more: Partial<Evidence> = {}): Evidence => ({
  digest: digest('a'),
  title,
  criteria,
  ...more,
});

export const dossier = {
  kind: 'first',
  place,
  name: 'Trà Tân Phú',
  set: 11,
  producer: htx,
  registration: {},
  selfAssessment: {},
  evidence: [piece('câu chuyện')],
};
export const renewal = { ...dossier, kind: 'renewal' };
export const upgrade = { ...dossier, kind: 'upgrade' };
export const formerDossier = {
  kind: 'first',
  place: formerPlace,
  name: 'Trà Tân Phú',
  set: 11,
  producer: htx,
  registration: {},
  evidence: [piece('phương án', ['plan']), piece('bộ máy', ['organisation']), piece('đăng ký kinh doanh', ['business-registration'])],
};
export const held = (star: Star, lastDay: string) => ({ certificate: 'tra-1', star, lastDay });
const finding = { met: true, reason: 'đã kiểm tra' };
export const findings = { origin: finding, labour: finding, idea: finding, identity: finding };
export const received = { copies: 2, samples: 5, components: ['registration'] };
export const supplementOf = (...items: string[]) => ({
  items: items.map((item) => ({ item, note: 'mờ, không đọc được' })),
  by: '2027-03-31',
});

/** Totals as sheets of an edition's parts, the fullest part first. */
const parts = { new: [40, 25, 35], former: [35, 25, 40] } as const;
export const sheetOf = (total: number, [a, b]: readonly number[] = parts.new) => {
  const [A, B] = [Math.min(total, a ?? 0), Math.min(Math.max(total - (a ?? 0), 0), b ?? 0)];
  return { kind: 'parts', A, B, C: total - A - B };
};
export const panelOf = (members: string[], more: object = {}) => ({
  council: 'council',
  sitting: 'sitting-1',
  chair: 'P1',
  secretary: 'S',
  members,
  recused: [],
  ...more,
});
export const regulation = { preset: 'tay-ninh', secretaryScores: false };

const start = given(productCycle);
const day = (text: string) => at(text);
/** Filed on 01/3/2027 under 26/2026, and on its way. */
export const filed = (more: object = {}): Cycle =>
  start.after('fileDossier', { ...dossier, ...more }, producer('htx'), day('2027-03-01 08:00'));
export const atCommune = (more: object = {}, desk = committee(commune)): Cycle =>
  filed(more).after('receive', received, desk, day('2027-03-01 09:00'));
export const reported = (scene = atCommune()): Cycle =>
  scene.after('report', { findings, ...act('2027-03-19') }, committee(commune), day('2027-03-19'));
export const requested = (scene = reported()): Cycle =>
  scene.after('requestNextLevel', act('2027-03-22'), committee(commune), day('2027-03-22'));
export const atProvince = (scene = requested()): Cycle => scene.after('receive', received, ocopAgency(province), day('2027-03-25'));

/** Filed on 01/3/2021 under 1048, and received by the district. */
export const formerFiled = (): Cycle => start.after('fileDossier', formerDossier, producer('htx'), day('2021-03-01'));
export const atDistrict = (scene = formerFiled()): Cycle => scene.after('receive', received, committee('829'), day('2021-03-02'));

/** A renewal of a certificate that runs to 05/8/2029, filed in its window. */
export const renewalFiled = (star: 3 | 4 | 5 = 4, known: object = {}): Cycle =>
  start.knowing({ held: held(star, '2029-08-05'), ...known }).after('fileDossier', renewal, producer('htx'), day('2029-02-06'));
export const renewalAtProvince = (star: 3 | 4 | 5 = 4): Cycle =>
  renewalFiled(star)
    .after('receive', received, committee(commune), day('2029-02-07'))
    .after('report', { findings, ...act('2029-02-26') }, committee(commune), day('2029-02-26'))
    .after('requestNextLevel', act('2029-02-26'), committee(commune), day('2029-02-26'))
    .after('receive', received, ocopAgency(province), day('2029-03-01'));
export const renewalComplete = (star: 3 | 4 | 5 = 4): Cycle =>
  renewalAtProvince(star).after('confirmComplete', {}, ocopAgency(province), day('2029-03-02'));

/** An upgrade of a certificate that runs to 05/8/2029, filed long before its window. */
export const upgradeFiled = (star: 3 | 4 = 3, known: object = {}): Cycle =>
  start.knowing({ held: held(star, '2029-08-05'), ...known }).after('fileDossier', upgrade, producer('htx'), day('2027-03-01 08:00'));
export const upgradeAtProvince = (star: 3 | 4 = 3): Cycle =>
  atProvince(requested(reported(upgradeFiled(star).after('receive', received, committee(commune), day('2027-03-01 09:00')))));

/** A council sitting on one product. */
export interface Sitting {
  level: 'district' | 'province' | 'central';
  unit: string;
  on: string;
}
export const atProvincialCouncil: Sitting = { level: 'province', unit: province, on: '2027-04-10' };
export const onAgenda = (scene = atProvince(), { level, unit, on }: Sitting = atProvincialCouncil): Cycle =>
  scene.after('placeOnAgenda', { council: 'council', level, unit, sitting: 'sitting-1', on }, engineActor, day(on));
export const scoring = (scene = onAgenda(), on = '2027-04-10', members = ['P1', 'P2', 'P3', 'P4']): Cycle =>
  scene.after('openScoring', { panel: panelOf(members), regulation }, engineActor, day(on));
export const sheetsIn = (
  totals: readonly number[],
  scene = scoring(),
  on = '2027-04-10',
  sheetParts: readonly number[] = parts.new,
): Cycle =>
  totals.reduce(
    (now, total, index) =>
      now.after('submitSheet', { member: `P${index + 1}`, sheet: sheetOf(total, sheetParts) }, member(`P${index + 1}`), day(on)),
    scene,
  );
export const scored = (totals: readonly number[], scene = scoring(), on = '2027-04-10', sheetParts: readonly number[] = parts.new): Cycle =>
  sheetsIn(totals, scene, on, sheetParts).after('closeScoring', {}, chair('P1'), day(on));
/** A renewal of four stars on which the provincial council writes its opinions. */
export const writing = (members: string[], limits: object = {}): Cycle =>
  onAgenda(renewalComplete(4), { level: 'province', unit: province, on: '2029-04-10' }).after(
    'openScoring',
    { panel: panelOf(members), regulation: { ...regulation, ...limits } },
    engineActor,
    day('2029-04-10'),
  );
export const writtenSheets = (totals: readonly number[], limits: object = {}): Cycle =>
  sheetsIn(
    totals,
    writing(
      totals.map((_, index) => `P${index + 1}`),
      limits,
    ),
    '2029-04-10',
  );
/** From received at a council's level to the result. */
export const judged = (
  totals: readonly number[],
  scene = atProvince(),
  sitting = atProvincialCouncil,
  sheetParts: readonly number[] = parts.new,
): Cycle => {
  const open = scoring(
    onAgenda(scene, sitting),
    sitting.on,
    totals.map((_, index) => `P${index + 1}`),
  );
  return scored(totals, open, sitting.on, sheetParts).after(
    'reportCouncilResult',
    act(sitting.on, '07/BC-HĐ'),
    chair('P1'),
    day(sitting.on),
  );
};
export const judgedFormer = (totals: readonly number[], scene: Cycle, sitting: Sitting): Cycle =>
  judged(totals, scene, sitting, parts.former);

export const approved = (): Cycle =>
  judged([90, 91, 91, 91]).after('approveResult', act('2027-04-20'), decidingAuthority(province), day('2027-04-20'));
export const recognised = (): Cycle =>
  judged([74, 75, 73, 76, 73]).after(
    'recognise',
    { star: 4, ...act('2027-04-20', '100/QĐ-UBND') },
    decidingAuthority(province),
    day('2027-04-20'),
  );
/** Two events that settle what every dossier owes first. */
export const settled = (key: string, value?: number) => ({
  type: 'ObligationSettled',
  data: { key, ok: true, ...(value !== undefined && { value }) },
});
export const atCentre = (scene = approved()): Cycle =>
  scene
    .after('requestNextLevel', act('2027-05-04'), committee(province), day('2027-05-04'))
    .after('receive', received, ocopAgency('VN'), day('2027-05-10'));
export const central: Sitting = { level: 'central', unit: 'VN', on: '2027-06-10' };

/** Who is awaited, runs opened, means or gates concluded, and what is owed to certificates: one line each. */
export const awaitedAt = ({ state }: Cycle): string[] =>
  productCycle.worklist(state).map(({ command, role, unit, due }) => `${command}: ${role} ${unit}${due ? ` until ${due.day}` : ''}`);
export const runsOf = ({ state }: Cycle): string[] =>
  hasDossier(state) ? state.runs.map(({ level, n, trigger }) => `${level} ${n} ${trigger}`) : [];
export const meansOf = ({ state }: Cycle): [string, number | string][] =>
  hasDossier(state)
    ? conclusionsOf(state).map((each) => [each.run.level, 'mean' in each ? each.mean.sum / each.mean.count : each.gate])
    : [];
export const certificatesOwed = ({ state }: Cycle): object[] =>
  productCycle
    .obligations(state, 'tra-1')
    .flatMap(({ key, to, command }) => (to.aggregate === 'certificate' ? [{ key, to: to.id, ...command }] : []));
