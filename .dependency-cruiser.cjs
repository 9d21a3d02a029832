// The river: a library may import only libraries named before it, through their front door (src/index.ts).
const RIVER = [
  'config',
  'refusals',
  'access',
  'database',
  'vault',
  'audit',
  'queue',
  'codes',
  'regions',
  'accounts',
  'deadlines',
  'agencies',
  'cases',
  'intake',
  'screening',
  'consent',
  'referrals',
  'handoff',
  'proceedings',
  'conferences',
  'closure',
  'transfers',
  'replies',
  'prevention',
  'notifications',
  'worklists',
  'indicators',
  'exchange',
  'oversight',
];
const TESTS = '\\.(?:db-|e2e-)?spec\\.tsx?$';

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'front-door-only',
      severity: 'error',
      from: { path: '^(?:apps|libs|test)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: '^libs/$1/' },
    },
    {
      name: 'rules-are-pure',
      comment:
        'Data in, verdict out: no framework, clock, database, or anything outside rules/ (hashes and zones excepted).',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/rules/', pathNot: TESTS },
      to: {
        pathNot: [
          '^libs/$1/src/rules/',
          '^(?:node:)?crypto$',
          'node_modules/(?:luxon|canonicalize|@types/luxon)/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'libraries-know-no-app',
      severity: 'error',
      from: { path: '^libs/', pathNot: TESTS },
      to: { path: '^(?:apps|test)/' },
    },
    {
      name: 'only-queue-knows-bullmq',
      severity: 'error',
      from: { pathNot: '^(?:libs/queue/|test/harness/redis)' },
      to: { path: 'node_modules/(?:bullmq|ioredis)/' },
    },
    {
      name: 'outside-programs-stand-alone',
      comment:
        'A verifier and a witness run elsewhere, from their own folder: own files and what Node brings, no more.',
      severity: 'error',
      from: { path: '^apps/(verify|witness)/', pathNot: TESTS },
      to: { pathNot: '^apps/$1/', dependencyTypesNot: ['core'] },
    },
    ...RIVER.map((library, index) => ({
      name: `${library}-flows-downstream`,
      severity: 'error',
      from: { path: `^libs/${library}/`, pathNot: TESTS },
      to: { path: `^libs/(?:${RIVER.slice(index + 1).join('|') || '$none'})/` },
    })),
    {
      name: 'every-library-is-in-the-river',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: `^libs/(?!(?:${RIVER.join('|')})/)` },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'types', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
