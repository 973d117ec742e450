import { describe, expect, test } from 'vitest';
import { showProblem } from '../../rehearsal/problem.ts';
import { caseNameOf, readCase, readCases } from '../../rehearsal/read-case.ts';

/** A small case that is right; each test plants its mistake in it. */
const right = `title: Thử
place:
  province: { code: '68', name: Lâm Đồng }
  commune: { code: '04651', name: Xã Thử }
people:
  lan: { name: Lan, roles: [{ role: producer, unit: htx }] }
  minh: { name: Minh, roles: [{ role: committee, unit: commune }] }
producers:
  htx: { name: HTX Thử, kind: cooperative }
products:
  tra: { name: Trà thử, set: 11, producer: htx }
story:
  - { at: 01/03/2027 08:00, by: lan, do: proposeIdea, on: tra, with: { idea: Trà của làng } }
  - { at: 02/03/2027, by: minh, do: acceptIdea, on: tra }
  - expect: { product: tra, stage: idea-accepted }
`;
const problemsIn = (yaml: string, language: 'vi' | 'en' = 'en'): string[] => {
  const read = readCase('thu.yaml', yaml);
  return 'problems' in read ? read.problems.map((problem) => showProblem(problem, language)) : [];
};
const planted = (from: string, to: string, language: 'vi' | 'en' = 'en'): string[] => problemsIn(right.replace(from, to), language);

test('a case that is right is read: ids are made of file and key, dates are of Hanoi', () => {
  const read = readCase('examples/Thử-Trà.yaml', right);
  expect(read).toMatchObject({
    case: {
      name: 'thu-tra',
      title: 'Thử',
      moments: [
        {
          kind: 'step',
          line: 13,
          at: Date.UTC(2027, 2, 1, 1),
          to: { aggregate: 'product-cycle', id: 'thu-tra-tra-1' },
          commandId: 'thu-tra-1',
          person: { id: 'thu-tra-lan', roles: [{ role: 'producer', unit: 'thu-tra-htx' }] },
          data: { place: { province: '68', commune: '04651' }, name: 'Trà thử', idea: 'Trà của làng' },
        },
        { kind: 'step', at: Date.UTC(2027, 2, 2, 1), verb: { command: 'acceptIdea' } },
        { kind: 'expect', at: Date.UTC(2027, 2, 2, 1), expectation: { about: 'product', is: { stage: 'idea-accepted' } } },
      ],
    },
  });
});

describe('a mistake is told with its line and column, in both languages', () => {
  test('a key that there is not', () => {
    expect(planted('by: minh', 'byy: minh')).toEqual([
      'thu.yaml:14:5: "by/người" is missing',
      expect.stringMatching(/^thu\.yaml:14:23: there is no "byy" here; allowed: at\/lúc, by\/người, do\/việc, on\/đối với, with\/với/),
    ]);
    expect(planted('by: minh', 'byy: minh', 'vi')).toEqual([
      'thu.yaml:14:5: thiếu mục "by/người"',
      expect.stringContaining('thu.yaml:14:23: không có mục "byy" ở đây'),
    ]);
  });
  test('a verb that there is not, with the one that was meant', () => {
    expect(planted('do: acceptIdea', 'do: aceptIdea')).toEqual([
      'thu.yaml:14:37: there is no verb "aceptIdea"; did you mean "acceptIdea"?',
    ]);
    expect(planted('do: acceptIdea', 'do: Chấp nhận ý tướng', 'vi')).toEqual([
      'thu.yaml:14:37: không có việc "Chấp nhận ý tướng" – có phải "Chấp nhận ý tưởng"?',
    ]);
  });
  test('names that were not declared', () => {
    expect(planted('by: minh', 'by: mimh')).toEqual(['thu.yaml:14:27: "mimh" is not declared in people; did you mean "minh"?']);
    expect(planted('by: minh', 'by: mimh', 'vi')).toEqual(['thu.yaml:14:27: chưa khai báo "mimh" trong mục "người" – có phải "minh"?']);
    expect(planted('on: tra }\n  - expect', 'on: tre }\n  - expect')).toEqual([
      'thu.yaml:14:53: "tre" is not declared in products; did you mean "tra"?',
    ]);
    expect(planted('unit: commune', 'unit: nowhere')).toEqual([
      'thu.yaml:7:56: "nowhere" is no unit of the place, no producer and no unit code',
    ]);
    expect(planted('unit: commune', 'unit: district')).toEqual([expect.stringMatching(/^thu\.yaml:7:56: "district" is no unit/)]);
  });
  test('a wrong type and a word out of place', () => {
    expect(planted('set: 11', 'set: chè')).toEqual(['thu.yaml:11:30: a number is wanted here']);
    expect(planted('set: 11', 'set: 27')).toEqual([expect.stringMatching(/^thu\.yaml:11:30: /)]);
    expect(planted('stage: idea-accepted', 'stage: accepted')).toEqual([
      expect.stringMatching(/^thu\.yaml:15:36: "accepted" is not understood; allowed: unborn, idea-proposed/),
    ]);
    expect(planted('role: committee', 'role: chief')).toEqual([
      expect.stringMatching(/^thu\.yaml:7:39: "chief" is not understood; allowed: producer, committee/),
    ]);
  });
  test('a date that there is not, and time that goes back', () => {
    expect(planted('at: 02/03/2027', 'at: 30/02/2027')).toEqual(['thu.yaml:14:11: "30/02/2027" is no instant; write 01/03/2027 08:30']);
    expect(planted('at: 02/03/2027', 'at: 28/02/2027 09:00', 'vi')).toEqual([
      'thu.yaml:14:11: thời điểm này sớm hơn bước trước (01/03/2027 08:00)',
    ]);
    expect(planted('at: 01/03/2027 08:00, ', '')).toEqual(['thu.yaml:13:5: the first step must say when']);
  });
  test('what the command itself does not take', () => {
    expect(planted('idea: Trà của làng', 'ideas: Trà của làng')).toEqual([
      'thu.yaml:13:70: "Đề xuất ý tưởng" does not accept this: idea',
      'thu.yaml:13:72: "Đề xuất ý tưởng" does not accept this: ideas',
    ]);
    expect(planted('idea: Trà của làng', 'idea: 7', 'vi')).toEqual([
      'thu.yaml:13:72: việc "Đề xuất ý tưởng": nội dung "ý tưởng" còn thiếu hoặc không đúng',
    ]);
    expect(planted('idea: Trà của làng', 'idea: 7')).toEqual(['thu.yaml:13:72: "Đề xuất ý tưởng" does not accept this: idea']);
  });
  test('an expectation of nothing, and of nothing known', () => {
    expect(planted(', stage: idea-accepted', '')).toEqual(['thu.yaml:15:13: say at least one thing that is expected']);
    expect(planted('product: tra, stage', 'thing: tra, stage')).toEqual([
      expect.stringMatching(/^thu\.yaml:15:13: "worklist, refusals, events, product, certificate, cycle" is missing/),
    ]);
  });
  test('a refusal, an event and an edition that there are not', () => {
    const expecting = (entry: string): string[] => planted('{ product: tra, stage: idea-accepted }', entry);
    expect(planted('on: tra }\n  - expect', 'on: tra, refused: { code: NotYourPat } }\n  - expect')).toEqual([
      'thu.yaml:14:75: there is no refusal "NotYourPat"; did you mean "NotYourPart"?',
    ]);
    expect(expecting('{ refusals: { product: tra, are: [{ do: acceptIdea, code: Nothing }] } }')).toEqual([
      expect.stringMatching(/^thu\.yaml:15:\d+: there is no refusal "Nothing"/),
    ]);
    expect(expecting('{ events: { product: tra, name: IdeaAcepted, count: 1 } }')).toEqual([
      'thu.yaml:15:45: there is no event "IdeaAcepted"; did you mean "IdeaAccepted"?',
    ]);
    expect(expecting('{ events: { product: tra, name: Đã đề xuất ý tưởng, count: 1 } }')).toEqual([]);
    expect(expecting('{ product: tra, edition: qd-27-2026 }')).toEqual([
      'thu.yaml:15:38: "qd-27-2026" is not understood; allowed: qd-1048-2019, qd-148-2023, qd-1489-2025, qd-26-2026',
    ]);
  });
  test('YAML that is none, and a key that stands twice', () => {
    expect(planted('title: Thử', 'title: "Thử')[0]).toMatch(/^thu\.yaml:\d+:\d+: the YAML cannot be read: /);
    expect(planted('title: Thử', 'title: Thử\ntiêu đề: Thử')).toEqual(['thu.yaml:2:1: "tiêu đề" stands above already']);
  });
  test('a file that is no YAML at all is told in a few lines, in plain words', () => {
    const prose = '# Một trang\n\n- **Đây** là `trang`\n| a | b |\n{ [ `\n'.repeat(40);
    const told = problemsIn(prose, 'vi');
    expect(told).toHaveLength(6);
    expect(told.at(-1)).toMatch(/^thu\.yaml:\d+:\d+: và \d+ chỗ khác không đọc được; hãy sửa từ chỗ đầu tiên$/);
    expect(problemsIn('a: "b\n', 'vi')).toEqual([
      expect.stringContaining('không đọc được tệp YAML: thiếu dấu nháy, dấu ngoặc, dấu phẩy hoặc dấu hai chấm'),
    ]);
    expect(problemsIn('', 'vi')).toEqual(['thu.yaml:1:1: cần các mục con, mỗi mục viết "tên mục: nội dung"']);
  });
  test('a file that cannot be opened', () => {
    expect(readCases(['không-có.yaml', import.meta.dirname])).toMatchObject({ problems: [{ code: 'NoFile' }, { code: 'NoFile' }] });
  });
  test('all mistakes of a file at once, in the order of its lines', () => {
    const found = problemsIn(
      right.replace('by: lan', 'by: lam').replace('do: acceptIdea', 'do: accept').replace('stage: idea-accepted', 'star: 9'),
    );
    expect(found.map((line) => line.split(' ')[0])).toEqual(['thu.yaml:13:33:', 'thu.yaml:14:37:', 'thu.yaml:15:35:']);
  });
});

test('a code with a leading zero stays a code, quoted or not', () => {
  expect(readCase('thu.yaml', right.replace("'04651'", '04651'))).toMatchObject({
    case: { moments: [{ data: { place: { commune: '04651' } } }, {}, {}] },
  });
});
test('the name of a case is made of its file, without marks', () => {
  expect(['a/Trà Đậu.yaml', 'b/qd-26.yml'].map(caseNameOf)).toEqual(['tra-dau', 'qd-26']);
});
