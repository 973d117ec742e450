export { Arrivals, type Arrival } from './arrivals.ts';
