import { beforeAll, expect, test } from 'vitest';
import type { CaseFile } from '../../rehearsal/case-file.ts';
import type { Entry, Tally } from '../../rehearsal/entry.ts';
import { play } from '../../rehearsal/player.ts';
import { readCase } from '../../rehearsal/read-case.ts';
import { textReport } from '../../rehearsal/report.ts';
import { serveApi, tokenOf } from '../api/serve.ts';
import { openTestSpace } from '../kit/space.ts';

let server: { url: string; token: string; space: string };
beforeAll(async () => {
  const { space } = await openTestSpace({ kind: 'rehearsal' });
  const { app } = await serveApi({ driver: [{ role: 'driver', unit: '' }], somebody: [] });
  server = { url: await app.listen({ port: 0, host: '127.0.0.1' }), token: tokenOf('driver'), space: space.name };
});

const caseOf = (name: string, story: string): CaseFile => {
  const read = readCase(
    `${name}.yaml`,
    `title: ${name}
place: { province: { code: '68', name: Lâm Đồng }, commune: { code: '24781', name: Xã }}
people: { lan: { name: Lan }, minh: { name: Minh, roles: [{ role: committee, unit: commune }] } }
producers: { htx: { name: HTX, kind: cooperative } }
products: { tra: { name: Trà, set: 11, producer: htx } }
story:
  - { at: 01/03/2027 08:00, by: lan, do: proposeIdea, on: tra, with: { idea: Trà của làng } }
${story}`,
  );
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.case;
};
const played = async (...cases: CaseFile[]): Promise<{ entries: Entry[]; text: string; tally: Tally }> => {
  const entries: Entry[] = [];
  const lines: string[] = [];
  const print = textReport('vi', (line) => {
    lines.push(line);
  });
  const tally = await play(cases, server, (entry) => {
    entries.push(entry);
    print(entry);
  });
  return { entries, text: lines.join('\n'), tally };
};

test('a difference is told with its line, expected and actual, and the story goes on', async () => {
  const { text, tally } = await played(
    caseOf(
      'khac',
      `
  - expect: { product: tra, stage: idea-accepted, star: 4 }
  - { at: 02/03/2027 08:00, by: minh, do: acceptIdea, on: tra }
  - expect: { product: tra, stage: idea-accepted }
`,
    ),
  );
  expect(text).toContain(
    '✗ khac.yaml:9 Trà – bước: ý tưởng được chấp nhận · hạng: 4 [bước] – mong đợi ý tưởng được chấp nhận, thực tế đã đề xuất ý tưởng',
  );
  expect(text).toContain('[hạng] – mong đợi 4, thực tế không có');
  expect(tally).toEqual({ ok: false, steps: 2, met: 1, differs: 1, stopped: 0 });
});

test('a step that is refused, and was not to be, ends its own story and no other', async () => {
  const wrong = caseOf(
    'dung',
    `
  - { at: 02/03/2027 08:00, by: lan, do: acceptIdea, on: tra }
  - { at: 04/03/2027 08:00, by: minh, do: acceptIdea, on: tra }
`,
  );
  const right = caseOf(
    'di-tiep',
    '  - { at: 03/03/2027 08:00, by: minh, do: acceptIdea, on: tra }\n  - expect: { product: tra, stage: idea-accepted }\n',
  );
  const { entries, text, tally } = await played(wrong, right);
  expect(entries.find(({ kind }) => kind === 'stopped')).toMatchObject({
    file: 'dung.yaml',
    line: 9,
    skipped: 1,
    reason: 'acceptIdea: NotYourPart',
  });
  expect(text).toContain(
    '✗ dung.yaml:9 câu chuyện dừng ở đây: việc "Chấp nhận ý tưởng" bị từ chối ngoài mong đợi (mã NotYourPart)\n1 bước sau không thực hiện',
  );
  expect(tally).toEqual({ ok: false, steps: 4, met: 1, differs: 0, stopped: 1 });
});

test('a step that was to be refused and is accepted, or is refused on another ground, is a difference', async () => {
  const { entries, text, tally } = await played(
    caseOf(
      'can-cu',
      `
  - { at: 02/03/2027 08:00, by: lan, do: acceptIdea, on: tra, refused: { code: NotYourPart, article: '7.2' } }
  - { at: 02/03/2027 09:00, by: lan, do: acceptIdea, on: tra, refused: { code: NotYourPart, setting: ideas.reviewer } }
  - { at: 02/03/2027 10:00, by: minh, do: acceptIdea, on: tra, refused: { code: NotYourPart } }
`,
    ),
  );
  expect(entries.filter(({ kind }) => kind === 'differs')).toMatchObject([
    { line: 9, differences: [{ field: 'refused', actual: { code: 'NotYourPart', setting: 'ideas.reviewer' } }] },
    { line: 11, differences: [{ field: 'refused', actual: 'accepted' }] },
  ]);
  expect(text).toContain(
    '✗ can-cu.yaml:9 Chấp nhận ý tưởng [bị từ chối] – mong đợi mã NotYourPart, điều 7.2, thực tế mã NotYourPart, thiết lập ideas.reviewer',
  );
  expect(text).toContain('✗ can-cu.yaml:11 Chấp nhận ý tưởng [bị từ chối] – mong đợi mã NotYourPart, thực tế được chấp nhận');
  expect(tally).toMatchObject({ ok: false, met: 1, differs: 2, stopped: 0 });
});

test('a signal that is refused stops nothing, and is to be seen where it was sent', async () => {
  const { tally } = await played(
    caseOf(
      'tin-hieu',
      `
  - { at: 02/03/2027 08:00, by: lan, do: acceptIdea, on: tra, signal: true }
  - expect: { refusals: { product: tra, are: [{ do: acceptIdea, by: lan, code: NotYourPart, setting: ideas.reviewer }] } }
  - { at: 03/03/2027 08:00, by: minh, do: acceptIdea, on: tra, signal: true, id: mot-lan }
  - { at: 03/03/2027 09:00, by: minh, do: acceptIdea, on: tra, signal: true, id: mot-lan }
  - expect: [{ events: { product: tra, name: IdeaAccepted, count: 1 } }, { product: tra, stage: idea-accepted }]
`,
    ),
  );
  expect(tally).toEqual({ ok: true, steps: 4, met: 3, differs: 0, stopped: 0 });
});

test('whoever is not the driver of the rehearsal plays nothing', async () => {
  const entries: Entry[] = [];
  const tally = await play([caseOf('nguoi-la', '')], { ...server, token: tokenOf('somebody') }, (entry) => {
    entries.push(entry);
  });
  expect(tally).toMatchObject({ ok: false, stopped: 1 });
  expect(entries.find(({ kind }) => kind === 'stopped')).toMatchObject({ reason: expect.stringContaining('forbidden') as string });
});
