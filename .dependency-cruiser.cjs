/** Imports run one way; test files may reach further. See docs/architecture.md. */
const layer = (name, allowed) => ({
  name: `${name}-imports`,
  severity: 'error',
  from: { path: `^${name}/`, pathNot: '\\.(test|samples|fixture|arbitrary)\\.ts$|/testing/|^web/test/' },
  to: { path: '^(domain|db|activities|workflows|workers|api|cli|bench|sandbox|deploy|web|test)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    layer('domain', '^domain/'),
    layer('db', '^(db|domain)/'),
    layer('activities', '^(activities|db|domain)/|^workflows/(.+/messages|queues|search-attributes)\\.ts$'),
    layer('workers', '^(workers|activities|workflows|db|domain)/'),
    layer('api', '^(api|db|domain)/|^workflows/.+[/.]messages\\.ts$|^workflows/(queues|search-attributes)\\.ts$'),
    layer('cli', '^(cli|domain)/|^workflows/.+/messages\\.ts$|^workers/up/'),
    layer('sandbox', '^(sandbox|domain)/'),
    layer('web', '^(web|domain)/'),
    layer('deploy', '^(deploy|workers|db|domain)/'),
    {
      name: 'workflows-imports',
      comment: 'By value: the SDK, pure domain modules, own messages. Everything here lands in every cached run.',
      severity: 'error',
      from: { path: '^workflows/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^(workflows|domain)/|@temporalio/(workflow|common)|^node_modules/@temporalio', dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-circles', severity: 'error', from: { pathNot: '\\.test\\.ts$' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
