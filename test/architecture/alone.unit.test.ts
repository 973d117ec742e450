import type { AssignmentTarget, Expression } from 'oxc-parser';
import { prove, seek } from './fence.ts';
import { layerOf } from './house.ts';

/* What only one place may do. The word stands in architecture and here; the place must exist and must do it. */

const isProduct = (path: string) => path.includes('/') && layerOf(path) !== 'test';

/** Calls of a method by its name, whoever's it is. */
const callsOf = (methods: readonly string[], says: string) =>
  seek((report) => ({
    CallExpression: ({ callee, start }) => {
      if (callee.type !== 'MemberExpression') return;
      const { property } = callee;
      const name = property.type === 'Identifier' ? property.name : property.type === 'Literal' ? property.value : undefined;
      if (methods.some((method) => method === name)) report({ start }, says);
    },
  }));

prove({
  name: 'only infra/config.ts reads the environment',
  field: (path) => path.includes('/'),
  find: seek((report, { module }) => {
    const says = 'take it from the configuration (infra/config.ts)';
    for (const { moduleRequest, start } of module.staticImports) if (/^(node:)?process$/.test(moduleRequest.value)) report({ start }, says);
    return {
      MemberExpression: ({ object, property, start }) => {
        const isEnv =
          (property.type === 'Identifier' && property.name === 'env') || (property.type === 'Literal' && property.value === 'env');
        if (object.type === 'Identifier' && object.name === 'process' && isEnv) report({ start }, says);
      },
      VariableDeclarator: ({ id, init, start }) => {
        if (id.type === 'ObjectPattern' && init?.type === 'Identifier' && init.name === 'process') report({ start }, says);
      },
    };
  }),
  alone: {
    'infra/config.ts': 'one schema, all errors at once',
    'scripts/prestart.mjs': 'runs before anything is installed',
  },
  planted: [
    { path: 'api/a.ts', text: `const port = process.env.PORT;` },
    { path: 'api/a.ts', text: `const port = process['env'].PORT;` },
    { path: 'cli/a.ts', text: `import { env } from 'node:process';` },
    { path: 'cli/a.ts', text: `import process from 'process';` },
    { path: 'test/a.ts', text: `const { env } = process;` },
  ],
  harmless: [{ path: 'infra/a.ts', text: `const start = ({ env }: { env: NodeJS.ProcessEnv }) => spawn('x', { env });` }],
});

prove({
  name: 'only activities/append-commit.ts publishes to the log',
  field: isProduct,
  find: callsOf(['publish'], 'the log has one writer: activities/append-commit.ts'),
  alone: { 'activities/append-commit.ts': 'one decision, one message, at most once' },
  planted: [
    { path: 'api/a.ts', text: `await js.publish('ev.main.council.C1', payload);` },
    { path: 'infra/log/a.ts', text: `connection['publish'](subject);` },
  ],
});

prove({
  name: 'only infra/temporal/send.ts sends commands',
  field: isProduct,
  find: callsOf(
    ['executeUpdate', 'startUpdate', 'executeUpdateWithStart', 'startUpdateWithStart', 'signalWithStart'],
    'there is one door: infra/temporal/send.ts',
  ),
  alone: { 'infra/temporal/send.ts': 'starts if none runs, repeats until there is an answer' },
  planted: [
    { path: 'api/a.ts', text: `await client.workflow.executeUpdateWithStart(executeCommand, {});` },
    { path: 'rehearsal/a.ts', text: `await client.workflow.signalWithStart('productCycle', {});` },
    { path: 'activities/a.ts', text: `await handle.executeUpdate(executeCommand, {});` },
  ],
});

prove({
  name: 'only the loop and the projector fold events',
  field: (path) => isProduct(path) && layerOf(path) !== 'domain',
  find: callsOf(['apply'], 'what is recorded is folded by workflows/stream-cache.ts and projections/fold.ts only'),
  alone: {
    'workflows/stream-cache.ts': 'the state of the loop',
    'projections/fold.ts': 'the states that views are made of',
    'scripts/law/memory.ts': 'plays stories without a log, for the reference page',
  },
  planted: [{ path: 'api/a.ts', text: `const next = aggregates.council.apply(state, event, at);` }],
});

const isStatus = (value: unknown): boolean => typeof value === 'number' && value >= 300 && value <= 599;
/** Numbers that are hardly ever anything else, wherever they stand in a table. */
const unmistakable = [401, 403, 404, 405, 409, 410, 412, 413, 415, 422, 429, 502, 503, 504];
const statusName = /^(?:status|statusCode)$/;
const isStatusName = (node: Expression | AssignmentTarget): boolean => {
  const named = node.type === 'MemberExpression' ? node.property : node;
  return named.type === 'Identifier' && statusName.test(named.name);
};

prove({
  name: 'only api/problem.ts knows HTTP statuses',
  field: isProduct,
  find: seek((report) => {
    const says = 'statuses have names in api/problem.ts';
    return {
      CallExpression: ({ callee, arguments: given }) => {
        const method = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
        if (!['code', 'status', 'redirect', 'writeHead', 'sendStatus'].includes(method)) return;
        for (const each of given) if (each.type === 'Literal' && isStatus(each.value)) report(each, says);
      },
      Property: ({ key, value }) => {
        if (key.type === 'Identifier' && statusName.test(key.name) && value.type === 'Literal' && isStatus(value.value))
          report(value, says);
        if (key.type === 'Literal' && isStatus(Number(key.value))) report(key, says);
        if (value.type === 'Literal' && unmistakable.some((each) => each === value.value)) report(value, says);
      },
      AssignmentExpression: ({ left, right }) => {
        if (isStatusName(left) && right.type === 'Literal' && isStatus(right.value)) report(right, says);
      },
      BinaryExpression: ({ left, right }) => {
        if (isStatusName(left) && right.type === 'Literal' && isStatus(right.value)) report(right, says);
      },
    };
  }),
  alone: { 'api/problem.ts': 'one map from rejection to problem' },
  planted: [
    { path: 'domain/a.ts', text: `const refused = { status: 409, code: 'AlreadyDecided' };` },
    { path: 'api/a.ts', text: `reply.code(404);` },
    { path: 'api/a.ts', text: `reply.redirect('/s/main', 303);` },
    { path: 'api/a.ts', text: `if (response.statusCode >= 500) stop();` },
    { path: 'api/a.ts', text: `const schema = { response: { 422: problem } };` },
    { path: 'api/a.ts', text: `reply.statusCode = 503;` },
    { path: 'api/a.ts', text: `const kinds = { who: 403, when: 409 };` },
  ],
  harmless: [{ path: 'api/a.ts', text: `reply.code(201); const pageSize = 400; const answer = { response: { 200: view } };` }],
});

const vietnamese = /[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9]/;

prove({
  name: 'sentences for people stand in texts/',
  field: isProduct,
  find: seek((report) => ({
    Literal: ({ value, start }) => {
      if (typeof value === 'string' && vietnamese.test(value)) report({ start }, 'put the sentence into texts/ and take it by its name');
    },
    TemplateElement: ({ value, start }) => {
      if (vietnamese.test(value.raw)) report({ start }, 'put the sentence into texts/ and take it by its name');
    },
  })),
  alone: {
    'texts/': 'every sentence in both languages',
    'domain/edition/': 'names that the law gives',
    'domain/calendar/': 'names of holidays',
    'domain/territory/': 'names of units',
    'bin/ocop.mjs': 'speaks where Node is too old to read texts/',
  },
  planted: [
    { path: 'api/a.ts', text: `throw new Error('Hồ sơ chưa đủ');` },
    { path: 'domain/product-cycle/a.ts', text: 'const says = `Còn ${n} ngày làm việc`;' },
  ],
  harmless: [{ path: 'infra/a.ts', text: `const says = 'a mean of 3 … – done'; // hồ sơ` }],
});

const levels = ['commune', 'district', 'province', 'central'];
const isLevel = (node: { type: string; value?: unknown }) => node.type === 'Literal' && levels.some((level) => level === node.value);

prove({
  name: 'only the edition names a level',
  field: (path) => isProduct(path) && !['texts', 'scripts', 'bench'].includes(layerOf(path)),
  find: seek((report, { path }) => {
    const says = 'levels are data of the edition: they change. Take one from the route, or the list from edition/terms.ts';
    if (layerOf(path) === 'domain')
      return {
        Literal: (node) => {
          if (isLevel(node)) report(node, says);
        },
      };
    return {
      BinaryExpression: ({ left, right }) => {
        for (const side of [left, right]) if (isLevel(side)) report(side, says);
      },
      SwitchCase: ({ test }) => {
        if (test && isLevel(test)) report(test, says);
      },
    };
  }),
  alone: { 'domain/edition/': 'levels, routes, what each may do', 'domain/territory/units.data.ts': 'the level of each unit' },
  planted: [
    { path: 'domain/product-cycle/a.ts', text: `const here = level === 'province';` },
    { path: 'domain/council/a.ts', text: `const level = z.enum(['commune', 'central']);` },
    { path: 'api/a.ts', text: `if (run.level === 'district') hide();` },
    { path: 'projections/a.ts', text: `switch (level) { case 'central': stop(); }` },
  ],
  harmless: [{ path: 'projections/a.ts', text: `query.where('province', '=', unit);` }],
});

const counting = ['addDays', 'addMonths', 'addWorkingDays', 'dueInDays', 'dueInWorkingDays'];
const isFigure = (node: { type: string; value?: unknown } | undefined) =>
  node?.type === 'Literal' && typeof node.value === 'number' && node.value > 1;

prove({
  name: 'only the edition and the calendar hold thresholds and terms',
  field: (path) => path.startsWith('domain/') && !path.startsWith('domain/kernel/'),
  find: seek((report) => {
    const says = 'a number of the law stands in domain/edition/, beside its basis';
    return {
      BinaryExpression: ({ operator, left, right, start }) => {
        if (['<', '<=', '>', '>='].includes(operator) && (isFigure(left) || isFigure(right))) report({ start }, says);
      },
      CallExpression: ({ callee, arguments: given }) => {
        if (callee.type !== 'Identifier' || !counting.includes(callee.name)) return;
        for (const each of given) if (isFigure(each) || (each.type === 'UnaryExpression' && isFigure(each.argument))) report(each, says);
      },
    };
  }),
  alone: { 'domain/calendar/': 'weeks and years' },
  planted: [
    { path: 'domain/product-cycle/a.ts', text: `const certified = star >= 3;` },
    { path: 'domain/council/a.ts', text: `const enough = 50 <= points;` },
    { path: 'domain/certificate/a.ts', text: `const end = addMonths(effectiveOn, 36);` },
    { path: 'domain/certificate/a.ts', text: `const opens = addDays(lastDay, -180);` },
  ],
  harmless: [
    {
      path: 'domain/product-cycle/a.ts',
      text: `const some = items.length > 0; const opens = addDays(lastDay, -window.earliestDaysBefore);`,
    },
  ],
});
