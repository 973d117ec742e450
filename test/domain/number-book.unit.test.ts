import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberBook } from '../../domain/number-book/index.ts';
import { always, at, committee, engineActor, given, givenState } from '../kit/domain.ts';

const now = at('2027-03-01');
const book = (...keys: readonly string[]) =>
  keys.reduce((scene, key) => scene.after('allocateSerial', { key }, engineActor, now), given(numberBook));

test('the first number of a book is 1, and the next follows', () => {
  given(numberBook)
    .when('allocateFormNumber', { key: 'tra-1' }, engineActor, now)
    .thenEvents({ type: 'FormNumberAllocated', data: { key: 'tra-1', number: 1 } })
    .when('allocateFormNumber', { key: 'mat-ong-1' }, engineActor, now)
    .thenEvents({ type: 'FormNumberAllocated', data: { key: 'mat-ong-1', number: 2 } });
});

test('a product gets its serial from the book of its commune and year', () => {
  book('tra')
    .when('allocateSerial', { key: 'ca-phe' }, engineActor, now)
    .thenEvents({ type: 'SerialAllocated', data: { key: 'ca-phe', number: 2 } });
});

test('a certificate gets its number from the book of the unit that issues it and the year of the decision', () => {
  given(numberBook)
    .after('allocateCertificateNumber', { key: 'tra-1' }, engineActor, now)
    .when('allocateCertificateNumber', { key: 'tra-1_2' }, engineActor, now)
    .thenEvents({ type: 'CertificateNumberAllocated', data: { key: 'tra-1_2', number: 2 } });
});

test('numbers have no gaps and none is given twice, whoever asks in whatever order', () => {
  always(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 40 }), (askers) => {
      const served: number[] = [];
      askers.reduce((scene, asker) => {
        const { state } = scene.when('allocateSerial', { key: `p-${asker}` }, engineActor, now);
        if (state !== scene.state && state.stage === 'serials') served.push(state.last);
        return givenState(numberBook, state);
      }, given(numberBook));
      expect(served).toEqual([...new Set(askers)].map((_, index) => index + 1));
    }),
  );
});

test('whoever has a number is told it and gets no second one', () => {
  book('tra', 'ca-phe')
    .when('allocateSerial', { key: 'tra' }, engineActor, now)
    .thenRejected('NumberAlreadyAllocated', { key: 'tra', number: 1 }, { clause: 'numbers.serial', basis: { article: 'App. II' } });
  given(numberBook)
    .after('allocateFormNumber', { key: 'tra-1' }, engineActor, now)
    .when('allocateFormNumber', { key: 'tra-1' }, engineActor, now)
    .thenRejected('NumberAlreadyAllocated', { key: 'tra-1', number: 1 }, { clause: 'numbers.form', basis: { article: 'form 01' } });
  given(numberBook)
    .after('allocateCertificateNumber', { key: 'tra-1' }, engineActor, now)
    .when('allocateCertificateNumber', { key: 'tra-1' }, engineActor, now)
    .thenRejected(
      'NumberAlreadyAllocated',
      { key: 'tra-1', number: 1 },
      { clause: 'numbers.certificate', basis: { setting: 'numbers.certificate' } },
    );
});

test('a key may have the name of something that every object has', () => {
  expect(book('constructor', '__proto__', 'toString').state).toMatchObject({ last: 3 });
  book('constructor', '__proto__')
    .when('allocateSerial', { key: '__proto__' }, engineActor, now)
    .thenRejected('NumberAlreadyAllocated', { key: '__proto__', number: 2 });
});

test('a book counts one series', () => {
  book('tra')
    .when('allocateFormNumber', { key: 'tra-1' }, engineActor, now)
    .thenRejected('NotAtThisStage', { stage: 'serials', stages: ['unborn', 'form-numbers'] }, { clause: 'numbers.form' });
  given(numberBook)
    .after('allocateFormNumber', { key: 'tra-1' }, engineActor, now)
    .when('allocateSerial', { key: 'tra' }, engineActor, now)
    .thenRejected('NotAtThisStage', { stage: 'form-numbers', stages: ['unborn', 'serials'] }, { clause: 'numbers.serial' });
  given(numberBook)
    .after('allocateFormNumber', { key: 'tra-1' }, engineActor, now)
    .when('allocateCertificateNumber', { key: 'tra-1' }, engineActor, now)
    .thenRejected(
      'NotAtThisStage',
      { stage: 'form-numbers', stages: ['unborn', 'certificate-numbers'] },
      { clause: 'numbers.certificate' },
    );
});

test('numbers are given by the engine alone', () => {
  for (const command of ['allocateFormNumber', 'allocateSerial', 'allocateCertificateNumber']) {
    given(numberBook)
      .when(command, { key: 'tra' }, committee('24076'), now)
      .thenRejected('NotYourPart', { who: ['engine'] });
  }
});

test('a log with a gap is no log of a book', () => {
  expect(() => given(numberBook, now, { type: 'SerialAllocated', data: { key: 'tra', number: 2 } })).toThrow('no gaps');
});

test('a book lives from its first number on, owes nothing and waits for nothing', () => {
  const { state } = book('tra');
  expect([numberBook.alive(numberBook.unborn), numberBook.alive(state)]).toEqual([false, true]);
  expect([numberBook.obligations(state, 'serial-24076-2027'), numberBook.nextDeadline(state)]).toEqual([[], undefined]);
  expect(numberBook.facets(state, 'serial-24076-2027')).toEqual({ stage: 'serials' });
});
