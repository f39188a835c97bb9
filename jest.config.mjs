/** Jest: TypeScript and ESM-only packages are transpiled by ts-jest; types are checked by `npm run check`. */
const transform = { '^.+\\.(ts|tsx|js|mjs)$': ['ts-jest', { tsconfig: 'test/tsconfig.jest.json', diagnostics: false }] }
const esmOnly = ['temporal-polyfill', 'temporal-utils', '@hono', 'hono', 'preact', '@preact', 'ical\\.js', 'valibot', 'papaparse']
const common = {
  testEnvironment: '<rootDir>/test/run/plainEnvironment.cjs',
  transform,
  moduleNameMapper: { '^fast-check$': '<rootDir>/test/run/fastCheck.cjs' },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`, '<rootDir>/dist/'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
}
const project = (name, patterns, extra = {}) => ({
  ...common,
  displayName: name,
  testMatch: patterns.map((p) => `<rootDir>/test/${p}`),
  ...extra,
})

export default {
  testSequencer: './/test/run/longestFirst.cjs',
  projects: [
    project('unit', [
      'domain/**/*.test.ts',
      'usecases/**/*.test.ts',
      'sidebar/**/*.test.{ts,tsx}',
      'pages/**/*.test.ts',
      'emulator/**/*.test.ts',
      'server/**/*.test.ts',
      'repository/**/*.test.ts',
      'bench/**/*.test.ts',
      'foreign/**/*.test.ts',
    ]),
    project('contract', ['contract/**/*.test.ts']),
    project('scenarios', ['scenarios/**/*.test.ts', 'simulation/**/*.test.ts'], {
      globalSetup: '<rootDir>/test/run/keepDesks.ts',
      globalTeardown: '<rootDir>/test/run/dropDesks.ts',
    }),
    project('browser', ['browser/**/*.test.ts'], { testTimeout: 180_000 }),
  ],
}
