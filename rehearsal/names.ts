import { annualCycleOf, certificateOf, productCycleOf, type Address, type AggregateName } from '../domain/kernel/address.ts';
import { country } from '../domain/territory/unit.ts';
import type { Producer } from '../domain/legal-act.ts';
import { roles, type Role } from '../domain/people/actor.ts';
import { wordsFor } from '../texts/index.ts';
import type { Person } from './case-file.ts';
import type { CaseShape } from './case-shape.ts';
import { nearest, type Problem } from './problem.ts';
import { findVerb, unitWord, valueIn, verbWords, type ProblemCode, type Verb } from './words.ts';
import type { Path, Plain } from './yaml-source.ts';

/**
 * What the author's names stand for. Ids are made of the case's name and the key, so that files played together never meet by accident. A name
 * that was not declared is a problem at its place, and reading goes on.
 */
export class Names {
  readonly problems: Problem[] = [];
  readonly name: string;
  readonly shape: CaseShape;
  private readonly file: string;
  private readonly plain: Plain;
  private readonly cycles = new Map<string, string>();

  constructor(file: string, name: string, { shape, plain }: { shape: CaseShape; plain: Plain }) {
    this.file = file;
    this.name = name;
    this.shape = shape;
    this.plain = plain;
  }

  report(path: Path, code: ProblemCode, data: Readonly<Record<string, string>>, what: 'key' | 'value' = 'value'): undefined {
    this.problems.push({ file: this.file, ...this.plain.placeOf(path, what), code, data });
  }
  line(path: Path): number {
    return this.plain.placeOf(path).line;
  }
  idOf(key: string): string {
    return `${this.name}-${key}`;
  }

  /** What ids are called, after the story has been read. A later cycle of a product is told from the first. */
  spoken(): Readonly<Record<string, string>> {
    const { people, councils, producers, products } = this.shape;
    const own = [people, councils, producers, products].flatMap((entries) =>
      Object.entries(entries).map(([key, { name }]) => [this.idOf(key), name] as const),
    );
    return Object.fromEntries([...own, ...this.cycles]);
  }

  private declared<Entry>(where: 'people' | 'councils' | 'producers' | 'products', key: string, path: Path): Entry | undefined {
    const entries: Readonly<Record<string, unknown>> = this.shape[where];
    if (Object.hasOwn(entries, key)) return entries[key] as Entry;
    return this.report(path, 'UnknownName', { word: key, where, guess: nearest(key, Object.keys(entries)) });
  }

  verb(word: string, path: Path): Verb | undefined {
    return findVerb(word) ?? this.report(path, 'UnknownVerb', { word, guess: nearest(word, verbWords) });
  }
  /** A refusal is known by its code. */
  refusalCode(code: string, path: Path): void {
    const known = Object.keys(wordsFor('en').rejectionNames);
    if (!known.includes(code)) this.report(path, 'UnknownCode', { word: code, guess: nearest(code, known) });
  }
  /** An event by its name, or by what the screens call it. */
  event(aggregate: AggregateName, word: string, path: Path): string | undefined {
    const events: Readonly<Record<string, string>> = wordsFor('vi').eventNames[aggregate];
    const found = Object.entries(events).find(([name, label]) => name === word || label === word);
    return found?.[0] ?? this.report(path, 'UnknownEvent', { word, guess: nearest(word, Object.keys(events)) });
  }
  person(key: string, path: Path): Person | undefined {
    const entry = this.declared<CaseShape['people'][string]>('people', key, path);
    if (!entry) return undefined;
    const held = entry.roles.map(({ role, unit }, index) => ({
      role,
      unit: this.unit(unit, ['people', key, 'roles', index, 'unit']) ?? unit,
    }));
    return { id: this.idOf(key), name: entry.name, roles: held };
  }
  /** Of the words for a level of the place the code there; a code itself; undefined where it is neither. */
  private placed(word: string): { code: string | undefined } | undefined {
    const { province, district, commune } = this.shape.place;
    const units: Readonly<Record<string, string | undefined>> = {
      commune: commune.code,
      district: district?.code,
      province: province.code,
      central: country,
    };
    const named = unitWord(word);
    if (Object.hasOwn(units, named)) return { code: units[named] };
    return word === country || /^\d{2,5}$/.test(word) ? { code: word } : undefined;
  }
  /** A word for a level of the place, a producer, a council, or a code. */
  unit(word: string, path: Path): string | undefined {
    const { producers, councils } = this.shape;
    const isDeclared = Object.hasOwn(producers, word) || Object.hasOwn(councils, word);
    const code = this.placed(word)?.code ?? (isDeclared ? this.idOf(word) : undefined);
    return code ?? this.report(path, 'UnknownUnit', { word });
  }
  /** Who issued a certificate: a unit, or, of one that was taken over, whatever it prints. */
  issuer(word: string, path: Path): string | undefined {
    return this.placed(word) ? this.unit(word, path) : word;
  }
  product(key: string, path: Path): CaseShape['products'][string] | undefined {
    return this.declared('products', key.split('#')[0] ?? '', path);
  }
  council(key: string, path: Path): CaseShape['councils'][string] | undefined {
    return this.declared('councils', key, path);
  }
  producer(key: string, path: Path): Producer | undefined {
    const entry = this.declared<CaseShape['producers'][string]>('producers', key, path);
    return entry && { id: this.idOf(key), name: entry.name, kind: entry.kind as Producer['kind'] };
  }
  /** `suoi-giang` is its first cycle, `suoi-giang#2` its second. */
  cycleId(reference: string, path: Path): string | undefined {
    const [key = '', n = '1', ...more] = reference.split('#');
    if (!this.product(key, path)) return undefined;
    return more.length === 0 && /^[1-9]\d?$/.test(n)
      ? `${this.idOf(key)}-${n}`
      : this.report(path, 'UnknownName', { word: reference, where: 'products', guess: `${key}#2` });
  }
  private annualCycle(year: string): Address {
    const { code, name } = this.shape.place.province;
    const address = annualCycleOf(Number(year), code);
    this.cycles.set(address.id, `${year} ${name}`);
    return address;
  }
  address(aggregate: AggregateName, reference: string, path: Path): Address | undefined {
    if (aggregate === 'council') return this.council(reference, path) && { aggregate, id: this.idOf(reference) };
    if (aggregate === 'number-book') return { aggregate, id: reference };
    if (aggregate === 'annual-cycle') {
      return /^20\d\d$/.test(reference) ? this.annualCycle(reference) : this.report(path, 'WrongType', { type: 'year' });
    }
    const id = this.cycleId(reference, path);
    return id === undefined ? undefined : aggregate === 'certificate' ? certificateOf(id) : productCycleOf(id);
  }
  /** `committee@commune`: whoever holds this role there. */
  seat(word: string, path: Path): { role: Role; unit: string } | undefined {
    const [roleWord = '', unitText = ''] = word.split('@');
    const role = roles.find((each) => each === valueIn('role', roleWord));
    if (role === undefined)
      return this.report(path, 'UnknownWord', { word, allowed: `${Object.keys(this.shape.people).join(', ')}, ${roles.join('@…, ')}@…` });
    const unit = this.unit(unitText, path);
    return unit === undefined ? undefined : { role, unit };
  }
}
