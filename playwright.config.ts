import { defineConfig } from '@playwright/test'
import { findChromium } from './test/e2e/chromium.ts'
import type { Suite } from './test/e2e/fixtures.ts'

const chromium = await findChromium()
const launchOptions = chromium.missing === undefined ? chromium : {}

export default defineConfig<Suite>({
  testDir: 'test/e2e',
  testMatch: '*.e2e.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  globalTimeout: 20 * 60_000,
  // A busy machine may lose one race with the clock; a real fault fails twice, and a second try is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    browserName: 'chromium',
    launchOptions,
    noChromium: chromium.missing,
    viewport: { width: 1280, height: 800 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // Of every test it would cost a fifth of the time; `--trace on` with a file's name takes one.
    trace: 'on-first-retry',
    // What moves on its way to its place makes each click wait for it.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
  },
})
