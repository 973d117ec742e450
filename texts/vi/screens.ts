import type { Screens } from '../screens.ts';
import { problems } from './problems.ts';

export const screens: Screens = { product: 'Chu trình OCOP thường niên', rehearsalMark: 'CHẠY THỬ – không có giá trị pháp lý', problems };
