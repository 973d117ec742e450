import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aggregates } from '../../domain/aggregates.ts';
import { readCase } from '../../rehearsal/read-case.ts';
import { aliasesIn, findVerb, keyIn, sections, valueIn, verbName, verbs, verbWords } from '../../rehearsal/words.ts';
import { wordsFor } from '../../texts/index.ts';

const commands = Object.values(aggregates).flatMap(({ name, commands: table }) =>
  Object.keys(table).map((command) => ({ aggregate: name, command })),
);

test('every command has a verb in each language, and each word means that command alone', () => {
  expect(verbs.map(({ aggregate, command }) => ({ aggregate, command })).toSorted((a, b) => a.command.localeCompare(b.command))).toEqual(
    commands.toSorted((a, b) => a.command.localeCompare(b.command)),
  );
  for (const { aggregate, command } of commands) {
    const labels = (['vi', 'en'] as const).map(
      (language) => (wordsFor(language).commands[aggregate] as Readonly<Record<string, string>>)[command] ?? '',
    );
    for (const word of [verbName({ aggregate, command }), ...labels, ...labels.map((label) => label.toUpperCase())])
      expect(findVerb(word)).toMatchObject({ aggregate, command });
  }
  expect(new Set(verbWords).size).toBe(verbWords.length);
});
test('a verb is found however its marks are encoded, and nothing is found by accident', () => {
  expect(findVerb('Nộp hồ sơ'.normalize('NFD'))).toMatchObject({ command: 'fileDossier' });
  expect(['constructor', 'toString', ''].map(findVerb)).toEqual([undefined, undefined, undefined]);
  expect(sections.map((section) => keyIn(section, 'constructor'))).toEqual(sections.map(() => 'constructor'));
});
test('the guide lists every verb and every word of structure, in both languages', () => {
  const guide = readFileSync(new URL('../../docs/case-files.md', import.meta.url), 'utf8');
  expect(verbs.filter((verb) => !guide.includes(`${verb.labels.vi} \`${verbName(verb)}\``))).toEqual([]);
  const structure = (['file', 'entry', 'step', 'expect'] as const).flatMap((section) => aliasesIn(section));
  expect(structure.filter(([alias, key]) => !(guide.includes(alias) && guide.includes(`\`${key}\``)))).toEqual([]);
});
test('names of the screens are words of a case file', () => {
  const { stages, roles, levels } = wordsFor('vi').terms;
  for (const [code, label] of Object.entries(stages['product-cycle'])) expect(valueIn('stage', label)).toBe(code);
  for (const [code, label] of Object.entries(roles)) expect(valueIn('role', label)).toBe(code);
  for (const [code, label] of Object.entries(levels)) expect(valueIn('level', label)).toBe(code);
});

const english = `title: Thử
place: { province: { code: '68', name: Lâm Đồng }, commune: { code: '24781', name: Xã }}
people: { lan: { name: Lan, roles: [{ role: producer, unit: htx }] } }
producers: { htx: { name: HTX, kind: cooperative } }
products: { tra: { name: Trà, set: 11, producer: htx } }
story:
  - { at: 01/03/2027 08:00, by: lan, do: fileDossier, on: tra, signal: true, with: { kind: first, registration: true, selfAssessment: true, evidence: [{ title: Câu chuyện, criteria: [test-report], validUntil: 31/12/2027 }] } }
  - { at: 2027-03-02T01:00:00Z, by: lan, do: reportByAgency, on: tra, with: { report: Gửi, document: { authority: UBND, number: 1/BC, signedOn: 01/03/2027, signatory: Lan } }, refused: { code: NotYourPart, article: 7.6.c } }
  - expect: [{ worklist: { of: producer@htx, product: tra, do: supplement, due: 20/03/2027, absent: true } }, { events: { product: tra, count: 1 } }]
`;
const vietnamese = `tiêu đề: Thử
địa bàn: { tỉnh: { mã: '68', tên: Lâm Đồng }, xã: { mã: '24781', tên: Xã }}
người: { lan: { tên: Lan, vai trò: [{ vai: chủ thể, đơn vị: htx }] } }
chủ thể: { htx: { tên: HTX, loại hình: hợp tác xã } }
sản phẩm: { tra: { tên: Trà, bộ: 11, chủ thể: htx } }
diễn biến:
  - { lúc: 1/3/2027 8:00, người: lan, việc: Nộp hồ sơ, đối với: tra, báo tín hiệu: có, với: { loại: lần đầu, phiếu đăng ký: có, tự đánh giá: có, minh chứng: [{ tên: Câu chuyện, tiêu chí: [phiếu kết quả kiểm nghiệm], hết hạn: 31/12/2027 }] } }
  - { lúc: 02/03/2027 08:00, người: lan, việc: Báo cáo của cơ quan tham mưu, đối với: tra, với: { báo cáo: Gửi, văn bản: '1/BC, 01/03/2027, UBND, Lan' }, bị từ chối: { mã: NotYourPart, điều: 7.6.c } }
  - kết quả: [{ danh sách việc: { của: chủ thể@htx, sản phẩm: tra, việc: Bổ sung hồ sơ, hạn: 20/03/2027, không có: có } }, { sự kiện: { sản phẩm: tra, số lượng: 1 } }]
`;
test('a story in Vietnamese words is the same story', () => {
  const said = (yaml: string): unknown => JSON.parse(JSON.stringify(readCase('thu.yaml', yaml)).replaceAll('producer@htx', 'chủ thể@htx'));
  expect(said(vietnamese)).toEqual(said(english));
  expect(said(english)).toHaveProperty('case');
});
