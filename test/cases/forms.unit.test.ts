import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readDay, readInstant, showClock } from '../../rehearsal/moment.ts';
import { readCase } from '../../rehearsal/read-case.ts';
import { readDocument } from '../../rehearsal/written-out.ts';

test('a document is written in one line: number, day, authority, signatory', () => {
  expect(readDocument('12/BC-UBND, 22/03/2027, UBND xã Suối Giàng, Nguyễn Văn A')).toEqual({
    number: '12/BC-UBND',
    signedOn: '2027-03-22',
    authority: 'UBND xã Suối Giàng',
    signatory: 'Nguyễn Văn A',
  });
  expect(readDocument('1/QĐ, 01/3/2027, Sở Văn hóa, Thể thao và Du lịch, Trần B')).toMatchObject({
    authority: 'Sở Văn hóa, Thể thao và Du lịch',
    signatory: 'Trần B',
  });
  for (const text of ['12/BC-UBND', '12/BC-UBND, hôm qua, UBND, A', '12/BC-UBND, 22/03/2027, UBND', ', 22/03/2027, UBND, A'])
    expect(readDocument(text)).toBeUndefined();
});
test('days and instants are those of an office in Hanoi', () => {
  expect(['01/3/2027', '29/02/2028', '2027-03-01'].map(readDay)).toEqual(['2027-03-01', '2028-02-29', '2027-03-01']);
  expect(['29/02/2027', '3/2027', '', '01-03-2027'].map(readDay)).toEqual([undefined, undefined, undefined, undefined]);
  expect(
    ['01/03/2027 09:30', '2027-03-01 09:30', '2027-03-01T09:30', '2027-03-01T09:30:00+07:00', '2027-03-01T02:30:00Z'].map(readInstant),
  ).toEqual(Array.from({ length: 5 }, () => Date.UTC(2027, 2, 1, 2, 30)));
  expect(readInstant('01/03/2027')).toBe(Date.UTC(2027, 2, 1, 1));
  expect(['01/03/2027 24:00', '01/03/2027 9h', '2027-03-01T99:99:00Z'].map(readInstant)).toEqual([undefined, undefined, undefined]);
  expect(showClock(Date.UTC(2027, 2, 1, 2, 30))).toBe('09:30');
});

const yaml = (step: string) => `title: Thử
place: { province: { code: '68', name: Lâm Đồng }, commune: { code: '24781', name: Xã }}
people: { lan: { name: Lan }, t1: { name: T1 }, t2: { name: T2 }, t3: { name: T3 }, thu-ky: { name: Thư ký } }
councils: { tinh: { name: Hội đồng, level: province, chair: t1, viceChairs: [t2], members: [t3], secretary: thu-ky, regulation: tay-ninh } }
producers: { htx: { name: HTX, kind: farm } }
products: { tra: { name: Trà, set: 11, producer: htx, commune: { code: '24782', name: Xã bên } } }
story: [{ at: 01/03/2027, by: t1, ${step} }]
`;
const dataOf = (step: string): unknown => {
  const read = readCase('thu.yaml', yaml(step));
  if ('problems' in read) return read.problems;
  const [first] = read.case.moments;
  return first?.kind === 'step' ? first.data : undefined;
};
const paper = { number: '5/QĐ', signedOn: '2027-02-26', authority: 'UBND tỉnh', signatory: 'Trần B' };

test('what the file has said before is filled in', () => {
  expect(
    dataOf(
      `do: formCouncil, on: tinh, with: { document: '5/QĐ, 26/02/2027, UBND tỉnh, Trần B', regulation: '5/QĐ, 26/02/2027, UBND tỉnh, Trần B' }`,
    ),
  ).toEqual({
    name: 'Hội đồng',
    level: 'province',
    unit: '68',
    document: paper,
    effectiveOn: '2027-02-26',
    regulation: { preset: 'tay-ninh', document: paper },
    seats: [
      { person: 'thu-t1', seat: 'chair' },
      { person: 'thu-t2', seat: 'viceChair' },
      { person: 'thu-t3', seat: 'member' },
      { person: 'thu-thu-ky', seat: 'secretary' },
    ],
  });
  expect(dataOf(`do: fileDossier, on: tra, with: { kind: first, evidence: [] }`)).toEqual({
    kind: 'first',
    evidence: [],
    name: 'Trà',
    set: 11,
    place: { province: '68', commune: '24782' },
    producer: { id: 'thu-htx', name: 'HTX', kind: 'farm' },
  });
});
test("a sheet is three numbers and is one's own, unless another member is named", () => {
  expect(dataOf('do: submitSheet, on: tra, with: { sheet: { A: 36, B: 23, C: 31 } }')).toEqual({
    member: 'thu-t1',
    sheet: { kind: 'parts', A: 36, B: 23, C: 31 },
  });
  expect(dataOf('do: submitSheet, on: tra, with: { member: t3, sheet: { A: 1, B: 2, C: 3 }, scan: phiếu giấy }')).toEqual({
    member: 'thu-t3',
    sheet: { kind: 'parts', A: 1, B: 2, C: 3 },
    scan: `sha256:${createHash('sha256').update('phiếu giấy').digest('hex')}`,
  });
});
test('a title stands for its paper: evidence of a rehearsal has the digest of its title', () => {
  const digest = `sha256:${createHash('sha256').update('Câu chuyện').digest('hex')}`;
  expect(dataOf('do: supplement, on: tra, with: { evidence: [Câu chuyện, { title: Câu chuyện, validUntil: 31/12/2027 }] }')).toEqual({
    evidence: [
      { title: 'Câu chuyện', digest, criteria: [] },
      { title: 'Câu chuyện', digest, criteria: [], validUntil: '2027-12-31' },
    ],
  });
});
test('a product of the agenda is its cycle, a second one is written with #2', () => {
  expect(dataOf('do: convene, on: tinh, with: { sitting: dot-1, mode: meeting, "on": 20/03/2027, agenda: [tra, "tra#2"] }')).toEqual({
    sitting: 'dot-1',
    mode: 'meeting',
    on: '2027-03-20',
    agenda: ['thu-tra-1', 'thu-tra-2'],
  });
});
test('an act takes effect when its paper is signed, unless another day is named', () => {
  const document = `document: '5/QĐ, 26/02/2027, UBND tỉnh, Trần B'`;
  expect(dataOf(`do: approveResult, on: tra, with: { ${document} }`)).toEqual({ document: paper, effectiveOn: '2027-02-26' });
  expect(dataOf(`do: approveResult, on: tra, with: { ${document}, effectiveOn: 01/03/2027 }`)).toEqual({
    document: paper,
    effectiveOn: '2027-03-01',
  });
});
