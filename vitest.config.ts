import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Files share the modules they import, and books made once (test/support/book.ts): a third of the time.
    isolate: false,
    globalSetup: ['test/support/space-page.ts'],
    setupFiles: ['test/support/chance.ts'],
    // One more than the default: the thread that gathers the results does nearly nothing.
    maxWorkers: '100%',
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    // Generous, for properties and whole ledgers on two busy cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
