import { join } from 'node:path';
import { root, type Config } from '../infra/config.ts';
import { findSpace } from '../infra/provision.ts';
import type { WantedSpace } from '../infra/space.ts';
import type { ConsoleWords } from '../texts/console.ts';
import { note } from './output.ts';
import { casesOf, rehearseIn } from './rehearsing.ts';
import { digestOf, type Running } from './stack.ts';

export const examplesSpace: WantedSpace = { name: 'vi-du', kind: 'rehearsal' };
/** One of each kind, so that a first start is short; `npx ocop rehearse examples/*.yaml` plays them all. */
const shown = [
  'mat-hoa-dua-2022', // 1048: district, province, ministry
  'nuoc-mam-hoang-hoa-2019', // nobody renews
  'che-dinh-hao-dat-2025', // councils that met on paper
  'moc-de-vuong-2025', // a district that is no more
  'chuyen-tiep-2026', // two editions at once
  'mat-ong-ru-linh-2026', // a supplement
  'chu-trinh-lam-dong-2027', // a province's year
  'tra-suoi-giang-2027', // five stars and their renewal
  'mang-tay-tuan-tu-2027', // upgrades
  'mien-dong-rut-ho-so-2027', // a villager's idea, a dossier withdrawn
  'bien-ban-bi-loai-2027', // a product turned away, a scoring stopped
  'du-lich-ban-sin-2027', // tourism, an association as producer
  'hat-dieu-cham-lai-2027', // done again by order of the ministry
  'tra-cu-pheo-88-2027', // sent down from the ministry
  'mac-ca-tuy-duc-2028', // taken over
  'dinh-chinh-2028', // corrected, copied, another holder
  'ngung-san-xuat-2028', // revoked
  'bechamp-2029', // filed too early, in time and late
];
const exampleFiles = (): string[] => shown.map((name) => join(root, 'examples', `${name}.yaml`));
const digestOfExamples = (): string => digestOf(exampleFiles());
/** Played again when the set has changed or was never played to its end. */
export const areStale = async ({ servers }: Running): Promise<boolean> =>
  (await findSpace(servers.root, examplesSpace.name))?.digest !== digestOfExamples();

export async function play({ servers }: Running, config: Config, words: ConsoleWords): Promise<void> {
  const files = exampleFiles();
  note(words.playing(files.length));
  const begun = Date.now();
  const isOk = await rehearseIn(config, examplesSpace.name, casesOf(config, files));
  note(isOk ? words.played(Math.round((Date.now() - begun) / 1000)) : words.examplesFailed);
  if (isOk) await servers.root.updateTable('space').set({ digest: digestOfExamples() }).where('name', '=', examplesSpace.name).execute();
}
