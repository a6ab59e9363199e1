// npm test: types, lint, build, then every test, and one closing line over all of them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, command, follow, install, node24, Plain, run } from './setup.mjs'

const count = { passed: 0, failed: 0, skipped: 0 }
const skipped = []
const failed = []
const folder = mkdtempSync(join(tmpdir(), 'encours-test-'))

/** A check that counts as one test; `problem` returns what is wrong. */
const check = async (name, problem) => {
  const begun = Date.now()
  const words = await problem()
  count[words ? 'failed' : 'passed']++
  if (words) failed.push(name)
  console.log(`${words ? '✗' : '✓'} ${name} (${seconds(begun)})`)
  if (words) console.log(words)
}

const tool = (args) => () => {
  const { status, output } = run(args)
  return status === 0 ? undefined : output || `status ${status}`
}

/** Runs a test program and reads the report it leaves; one that dies without a report is one failure. */
const suite = async (name, args, env, readReport) => {
  const begun = Date.now()
  console.log(`\n${name}`)
  const report = join(folder, `${name.split(' ')[0]}.json`)
  const status = await follow(node24, args(report), { env: { ...process.env, ...env(report) } })
  const tests = readReport(json(report))
  for (const { title, outcome, reason } of tests) {
    count[outcome]++
    if (outcome === 'failed') failed.push(title)
    if (outcome === 'skipped') skipped.push(reason ? `${title}: ${reason}` : title)
  }
  if (status !== 0 && !tests.some(({ outcome }) => outcome === 'failed')) {
    count.failed++
    failed.push(`${name}: ended with status ${status}`)
  }
  console.log(`(${seconds(begun)})`)
}

const fromVitest = (report) =>
  (report?.testResults ?? []).flatMap((file) => {
    const tests = file.assertionResults.map(({ fullName, status }) => ({
      title: fullName,
      outcome: status === 'passed' || status === 'failed' ? status : 'skipped',
    }))
    // A file that cannot be loaded has no test to fail.
    return file.status === 'failed' && !tests.some(({ outcome }) => outcome === 'failed')
      ? [...tests, { title: `${file.name}: ${file.message}`, outcome: 'failed' }]
      : tests
  })

const playwrightOutcome = { expected: 'passed', flaky: 'passed', unexpected: 'failed', skipped: 'skipped' }

const fromPlaywright = (report) => {
  const inside = (suites) =>
    (suites ?? []).flatMap((suite) => [
      ...(suite.specs ?? []).flatMap((spec) =>
        spec.tests.map((test) => ({
          title: `${spec.file}: ${spec.title}`,
          outcome: playwrightOutcome[test.status],
          reason: test.annotations.find(({ type }) => type === 'skip')?.description,
        })),
      ),
      ...inside(suite.suites),
    ])
  return [
    ...inside(report?.suites),
    ...(report?.errors ?? []).map(({ message }) => ({ title: message, outcome: 'failed' })),
  ]
}

const seconds = (begun) => `${((Date.now() - begun) / 1000).toFixed(1)} s`

const json = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

await command(async () => {
  install(console.log)
  await check('types', tool(['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']))
  await check('lint', tool(['node_modules/@biomejs/biome/bin/biome', 'ci', '.', '--max-diagnostics=50']))
  // Before the tests, for some run what is built.
  let built = false
  await check('build', () => {
    try {
      build(() => {})
      built = true
    } catch (error) {
      if (!(error instanceof Plain)) throw error
      return error.message
    }
  })
  await suite(
    'vitest (import rules, rules, scenarios, hosts, desktop with a stand-in for Electron)',
    (report) => [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    () => (built ? { ENCOURS_TEST_BUILT: 'true' } : {}),
    fromVitest,
  )
  await suite(
    'playwright (the running application in Chromium)',
    () => ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
    (report) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
    fromPlaywright,
  )
  rmSync(folder, { recursive: true, force: true })

  if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((title) => `- ${title}`).join('\n')}`)
  if (failed.length > 0) console.log(`\nFailed:\n${failed.map((title) => `- ${title}`).join('\n')}`)
  console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
  if (count.failed > 0) process.exitCode = 1
})
