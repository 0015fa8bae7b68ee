// Direction of imports: bot -> cards -> services/flows -> services/ports -> services/domain. One folder per npm package.
const only = (name, folder, pkg) => ({
  name,
  severity: 'error',
  from: { pathNot: folder },
  to: { path: `node_modules/(${pkg})/` },
});
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-imports-domain-only',
      severity: 'error',
      from: { path: '^services/domain/' },
      to: { pathNot: '^services/domain/' },
    },
    {
      name: 'ports-import-domain-and-ports-only',
      severity: 'error',
      from: { path: '^services/ports/' },
      to: { pathNot: '^services/(domain|ports)/' },
    },
    {
      name: 'flows-know-no-adapter-and-no-package',
      severity: 'error',
      from: { path: '^services/flows/' },
      to: { pathNot: '^services/(domain|ports|flows)/' },
    },
    {
      name: 'adapters-know-ports-and-domain-only',
      severity: 'error',
      from: { path: '^services/adapters/' },
      to: { path: '^(bot|cards|test|services/flows)/' },
    },
    {
      name: 'adapters-do-not-know-each-other',
      severity: 'error',
      from: { path: '^services/adapters/([^/]+)/' },
      to: { path: '^services/adapters/', pathNot: '^services/adapters/$1/' },
    },
    {
      name: 'cards-draw-domain-only',
      severity: 'error',
      from: { path: '^cards/' },
      to: { path: '^(bot|test|services/(ports|flows|adapters))/' },
    },
    {
      name: 'only-compose-builds-adapters',
      severity: 'error',
      from: { path: '^bot/', pathNot: '^bot/(compose|networks|late-telemetry)\\.ts$' },
      to: { path: '^services/adapters/' },
    },
    {
      name: 'handlers-do-not-know-the-app',
      severity: 'error',
      from: { path: '^bot/handlers/' },
      to: { path: '^bot/(main|compose|app|server|routes|config|polling)\\.ts$' },
    },
    {
      name: 'no-production-code-imports-tests',
      severity: 'error',
      from: { path: '^(bot|cards|services)/' },
      to: { path: '^test/' },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: '^(services/domain/(post|outcome|instant)|services/ports/(log|fault)|bot/main)\\.ts$',
      },
      to: {},
    },
    only('botbuilder-in-bot-only', '^bot/', 'botbuilder[^/]*'),
    only('connector-in-connector-only', '^bot/(connector|sign-in)\\.ts$', 'botframework-[^/]*'),
    only('teams-ai-in-app-only', '^bot/app\\.ts$', '@microsoft/teams-ai'),
    only('x-package-in-x-adapter-only', '^services/adapters/x/', 'twitter-api-v2'),
    only('tables-package-in-tables-adapter-only', '^services/adapters/tables/', '@azure/data-tables'),
    {
      name: 'telemetry-is-loaded-when-asked-for',
      severity: 'error',
      from: { pathNot: '^services/adapters/telemetry/' },
      to: { path: '^services/adapters/telemetry/', dynamic: false },
    },
    only(
      'telemetry-packages-in-telemetry-adapter-only',
      '^services/adapters/telemetry/',
      '@opentelemetry/[^/]+|@azure/monitor-opentelemetry',
    ),
    only('minisearch-in-search-adapter-only', '^services/adapters/search/', 'minisearch'),
    only('templating-in-cards-only', '^cards/render\\.ts$', 'adaptivecards-templating'),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
