import { expect, test } from 'vitest';
import { certificate } from '../../domain/certificate/index.ts';
import { readRegister } from '../../cli/register.ts';
import { at, given, ocopAgency } from '../kit/domain.ts';

const header =
  'Tên sản phẩm,Chủ thể,Loại hình,Mã tỉnh,Mã xã,Hạng sao,Cấp,Nơi cấp,Số quyết định,Ngày quyết định,Người ký,Ngày cuối,Mã sản phẩm,Nguồn';
const line =
  'Mắc ca Tà Đùng,HTX Tà Đùng,hợp tác xã,68,24736,4,cấp tỉnh,UBND tỉnh Đắk Nông,858/QĐ-UBND,19/06/2025,Lê Văn A,19/6/2028,67-666-24736-1-2025,Sổ của tỉnh';
const only = (text: string) => {
  const [row, ...more] = readRegister(text);
  expect(more).toEqual([]);
  if (!row) throw new Error('no row');
  return row;
};

test('a line becomes the command that takes its certificate over, in the words of an office', () => {
  const { data, id, line: at2 } = only(`${header}\n${line}\n`);
  expect(at2).toBe(2);
  expect(data).toMatchObject({
    product: id.replace(/-1$/, ''),
    star: 4,
    level: 'province',
    issuer: 'UBND tỉnh Đắk Nông',
    producer: { name: 'HTX Tà Đùng', kind: 'cooperative' },
    place: { province: '68', commune: '24736' },
    document: { number: '858/QĐ-UBND', signedOn: '2025-06-19', signatory: 'Lê Văn A', authority: 'UBND tỉnh Đắk Nông' },
    effectiveOn: '2025-06-19',
    lastDay: '2028-06-19',
  });
  given(certificate).when('takeOverCertificate', data, ocopAgency('68'), at('2026-08-05')).thenTypes('CertificateTakenOver');
});

test('the same content is the same request, whatever mark, separator and spelling of Vietnamese the file has', () => {
  const one = only(`${header}\n${line}\n`);
  for (const text of [
    `\uFEFF${header}\r\n${line}\r\n`,
    `${header}\n\n${line}`.normalize('NFD'),
    `${header}\n${line}\n`.replaceAll(',', ';'),
  ])
    expect(only(text)).toMatchObject({ id: one.id, commandId: one.commandId, data: one.data });
});

test('another content under the same product code is another request for the same certificate', () => {
  const [one, other] = [only(`${header}\n${line}`), only(`${header}\n${line.replace('Lê Văn A', 'Lê Văn B')}`)];
  expect(other.id).toBe(one.id);
  expect(other.commandId).not.toBe(one.commandId);
  expect(only(`${header}\n${line.replace('-1-2025', '-2-2025')}`).id).not.toBe(one.id);
});

test('a quoted comma, a head in English and an id of the office are read', () => {
  const english =
    'id,product,producer,kind,province,commune,stars,level,issuer,decision,signed on,signatory,source\n' +
    'tra-7,"Tea, green",Coop,cooperative,86,28780,3,district,"UBND huyện, cũ",5/QĐ,2024-04-01,A,register\n';
  expect(only(english)).toMatchObject({
    id: 'tra-7',
    name: 'Tea, green',
    data: { product: 'tra', level: 'district', issuer: 'UBND huyện, cũ' },
  });
});

test('a file without a column that is needed is not begun, and says which', () => {
  expect(() => readRegister(`${header.replace('Hạng sao', 'Sao')}\n${line}`)).toThrow('hạng sao / stars');
  expect(() => readRegister('')).toThrow('tên sản phẩm / product');
});

test('what cannot be read in a cell is left for the engine to refuse, by the name of its field', () => {
  const row = only(`${header}\n${line.replace(',4,', ',bốn,').replace('19/6/2028', 'hè 2028').replace('cấp tỉnh', 'vùng')}`);
  given(certificate)
    .when('takeOverCertificate', row.data, ocopAgency('68'), at('2026-08-05'))
    .thenRejected('Malformed', { fields: ['star', 'level', 'lastDay'] });
});
