/* A reader of syntax trees for questions that need no types: which texts stand in here, what is called there, what does this name stand for. */

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value && 'end' in value;

/** A part of a node by its name: a node, a list, or a plain value. */
export const part = (node: unknown, name: string): unknown => {
  const value: unknown = typeof node === 'object' && node !== null ? Object.getOwnPropertyDescriptor(node, name)?.value : undefined;
  return value;
};
export const listIn = (node: unknown, name: string): readonly unknown[] => {
  const value = part(node, name);
  return Array.isArray(value) ? value.map((each: unknown) => each) : [];
};
/** The node and everything in it, as it stands in the text. */
export const within = (node: unknown): readonly Node[] => {
  const found: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    else if (isNode(value)) {
      found.push(value);
      for (const each of Object.values(value)) visit(each);
    }
  };
  visit(node);
  return found;
};

export const nameIn = (node: unknown): string | undefined => {
  const name = part(node, 'name');
  return isNode(node) && node.type === 'Identifier' && typeof name === 'string' ? name : undefined;
};
export const textIn = (node: unknown): string | undefined => {
  const value = part(node, 'value');
  return isNode(node) && node.type === 'Literal' && typeof value === 'string' ? value : undefined;
};
/** The name of a property, written with or without quotes. */
export const keyIn = (property: unknown): string | undefined => nameIn(part(property, 'key')) ?? textIn(part(property, 'key'));

/** Every text in a node: literals, and names of properties, for tables are keyed by what they are about. */
export const textsIn = (node: unknown): readonly string[] =>
  within(node)
    .flatMap((each) => [textIn(each), each.type === 'Property' ? keyIn(each) : undefined])
    .filter((text) => text !== undefined);
export const isCall = (node: unknown): node is Node => isNode(node) && node.type === 'CallExpression';
/** What is called: `f(…)`, or the last name of `a.b.f(…)`. */
export const calledIn = (call: unknown): string | undefined => {
  const callee = part(call, 'callee');
  return nameIn(callee) ?? nameIn(part(callee, 'property'));
};
export const callsIn = (node: unknown, name: string): readonly Node[] =>
  within(node).filter((each) => isCall(each) && calledIn(each) === name);
export const propertyOf = (object: unknown, name: string): unknown =>
  part(
    listIn(object, 'properties').find((property) => keyIn(property) === name),
    'value',
  );

/** What a name stands for here: the function, or the value it was given. */
export type Named = ReadonlyMap<string, Node>;
export const namedIn = (tree: unknown): Named => {
  const all = within(tree).flatMap((node): [string, Node][] => {
    const name = nameIn(part(node, 'id'));
    const value = node.type === 'VariableDeclarator' ? part(node, 'init') : node.type === 'FunctionDeclaration' ? node : undefined;
    return name !== undefined && isNode(value) ? [[name, value]] : [];
  });
  return new Map(all);
};

/** A node with everything of the same file that it names, however far. */
export const reached = (node: unknown, named: Named): readonly Node[] => {
  const seen = new Map<number, Node>();
  const visit = (each: unknown): void => {
    if (!isNode(each) || seen.has(each.start)) return;
    seen.set(each.start, each);
    for (const inner of within(each)) {
      const name = nameIn(inner);
      const meant = name === undefined ? undefined : named.get(name);
      if (meant) visit(meant);
    }
  };
  visit(node);
  return [...seen.values()];
};
