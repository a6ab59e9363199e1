import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const LONGEST_FILE = 400

/** Any package of the registry, but those that begin so. */
const packageBut = (...names: string[]): RegExp => new RegExp(`^(?!src/|${names.join('|')})[@a-z]`)

/**
 * Who may import what. A file obeys the first rule whose `files` matches its path. Modules of the project stand here by
 * their path from the root, packages by their name, Node's own modules with `node:`. What a rule does not allow is
 * refused; `SLICE` stands for the file's own folder under src/main/core.
 */
const rules: { files: RegExp; why: string; may: RegExp[]; never?: RegExp[] }[] = [
  {
    files: /^src\/main\/core\/core\.ts$/,
    why: 'lists the slices and gives each its handlers',
    may: [/^src\/main\/core\//],
  },
  {
    files: /^src\/main\/core\/contract\.ts$/,
    why: 'lists the contracts; the page loads it',
    may: [/\.contract\.ts$/, /^src\/main\/core\/kernel\/contract\.ts$/, /^@orpc\/contract$/, /^zod$/],
  },
  {
    files: /^src\/main\/core\/kernel\//,
    why: 'words that every slice shares; knows no slice',
    may: [
      /^src\/main\/core\/kernel\//,
      /^src\/main\/core\/db\/database\.ts$/,
      /^@orpc\//,
      /^zod$/,
      /^kysely$/,
      /^temporal-polyfill$/,
    ],
  },
  {
    files: /^src\/main\/core\/db\/migrations\/index\.ts$/,
    why: 'the static list of migrations',
    may: [/^src\/main\/core\/db\/migrations\//, /^kysely$/],
  },
  {
    files: /^src\/main\/core\/db\/migrations\//,
    why: 'frozen: a migration must not change because something it imports did',
    may: [/^kysely$/],
  },
  {
    files: /^src\/main\/core\/db\//,
    why: 'the database itself: its type gathers the slices’ tables',
    may: [
      /^src\/main\/core\/db\//,
      /^src\/main\/core\/kernel\//,
      /\.table\.ts$/,
      /^kysely$/,
      /^better-sqlite3$/,
      /^node:/,
    ],
  },
  {
    files: /\.(contract|schema)\.ts$/,
    why: 'loaded by the page: what runs in a browser, and other contracts',
    may: [
      /\.(contract|schema|model)\.ts$/,
      /^src\/main\/core\/kernel\/(contract|money|day)\.ts$/,
      /^@orpc\/contract$/,
      /^zod$/,
    ],
  },
  {
    files: /\.rules\.ts$/,
    why: 'pure: values and a day in, values out',
    may: [
      /\.(rules|contract|schema|model)\.ts$/,
      /^src\/main\/core\/kernel\/(money|day|working-days|errors|text|format|file-name|contract)\.ts$/,
      /^src\/main\/core\/SLICE\//,
      /^(temporal-polyfill|ibantools|liquidjs|zod)$/,
      /^resources\/rates\/[\w-]+\.json$/,
    ],
    never: [/\.(service|repository|table)\.ts$/],
  },
  {
    files: /\.(repository|table)\.ts$/,
    why: 'SQL and rows; knows no use case and no other slice’s repository',
    may: [
      /^src\/main\/core\/(kernel|db)\//,
      /\.(table|contract|schema|search)\.ts$/,
      /^src\/main\/core\/SLICE\//,
      /^(kysely|uuidv7|better-sqlite3)$/,
    ],
    never: [/\.(service|rules)\.ts$/],
  },
  {
    files: /^src\/main\/core\/[^/]+\//,
    why: 'a slice: its own files, what others offer, and no other slice’s repository',
    may: [
      /^src\/main\/core\/[^/]+\//,
      /^node:/,
      packageBut('electron', 'react', '@mantine', '@tanstack', '@orpc/client'),
    ],
    never: [/^src\/main\/core\/(?!SLICE\/)[^/]+\/[^/]+\.repository\.ts$/],
  },
  {
    files: /^src\/main\/page\//,
    why: 'the window’s files and the headers they are served under, the same for desktop and browser',
    may: [/^src\/main\/page\//, /^node:/],
  },
  {
    files: /^src\/main\/worker\//,
    why: 'the core on its own thread, and what every host gives to the core',
    may: [
      /^src\/main\/worker\//,
      /^src\/main\/core\/core\.ts$/,
      /^src\/main\/core\/kernel\//,
      /^@orpc\/server\//,
      /^node:/,
    ],
  },
  {
    files: /^src\/main\/(desktop\/|index\.ts$)/,
    why: 'the only place that knows Electron',
    may: [/^src\/main\/(desktop|page|worker)\//, /^src\/main\/core\/kernel\/file-name\.ts$/, /^electron$/, /^node:/],
  },
  {
    files: /^src\/main\/web\//,
    why: 'the program on the loopback address',
    may: [
      /^src\/main\/(web|page|worker)\//,
      /^src\/main\/core\/core\.ts$/,
      /^src\/main\/core\/kernel\//,
      /^@orpc\/server\//,
      /^node:/,
    ],
  },
  {
    files: /^src\/main\/cli\//,
    why: 'argv to call; `encours serve` is the web host started from there',
    may: [
      /^src\/main\/(cli|worker)\//,
      /^src\/main\/web\/(server|browser)\.ts$/,
      /^src\/main\/core\/(core|contract)\.ts$/,
      /^src\/main\/core\/kernel\//,
      /\.contract\.ts$/,
      /^@orpc\//,
      /^commander$/,
      /^zod$/,
      /^node:/,
    ],
  },
  {
    files: /^src\/preload\//,
    why: 'one bridge that knows no feature',
    may: [/^electron$/],
  },
  {
    files: /^src\/renderer\/features\//,
    why: 'pages: contracts, pure rules, what features share, and their own folder',
    may: [
      /^src\/renderer\/(app|api|components)\//,
      /^src\/renderer\/features\/SLICE\//,
      /^src\/main\/core\/contract\.ts$/,
      /\.(contract|schema|rules|model)\.ts$/,
      /^src\/main\/core\/kernel\//,
      packageBut('electron', 'kysely', 'better-sqlite3', 'node:', '@orpc/server'),
    ],
    never: [/^src\/main\/core\/kernel\/(calls|context)\.ts$/],
  },
  {
    files: /^src\/renderer\//,
    why: 'the window: contracts, pure rules and browser packages; of the preload only the type of its bridge',
    may: [
      /^src\/renderer\//,
      /^src\/preload\/index\.ts$/,
      /^src\/main\/core\/contract\.ts$/,
      /\.(contract|schema|rules|model)\.ts$/,
      /^src\/main\/core\/kernel\//,
      packageBut('electron', 'kysely', 'better-sqlite3', 'node:', '@orpc/server'),
    ],
    never: [/^src\/main\/core\/kernel\/(calls|context)\.ts$/],
  },
]

const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path).split(sep).join('/'))
    .filter((path) => /\.tsx?$/.test(path))
    .sort()

const IMPORT = /^\s*(?:import|export)\b(?:[^'";]*?\bfrom)?\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

/** What a file imports, in the words of the table. */
const importsOf = (path: string, text: string): string[] =>
  [...withoutComments(text).matchAll(IMPORT)].map(([, still, lazy]) => {
    const name = (still ?? lazy ?? '').replace(/\?.*$/, '')
    if (!name.startsWith('.')) return name
    return relative(root, resolve(root, dirname(path), name))
      .split(sep)
      .join('/')
  })

const violations = (path: string, text: string): string[] => {
  const rule = rules.find(({ files }) => files.test(path))
  if (!rule) return [`${path} is in no rule: say in the table who it is`]
  const slice = /^src\/(?:main\/core|renderer\/features)\/([^/]+)\//.exec(path)?.[1] ?? ''
  const matches = (patterns: RegExp[] | undefined, name: string) =>
    (patterns ?? []).some(({ source }) => new RegExp(source.replaceAll('SLICE', slice)).test(name))
  return importsOf(path, text)
    .filter((name) => !matches(rule.may, name) || matches(rule.never, name))
    .map((name) => `${path} imports ${name}; it is ${rule.why}`)
}

const sources = files('src').filter((path) => !/\.test\.tsx?$/.test(path) && !path.endsWith('.d.ts'))

test('every file imports only what the table allows', () => {
  expect(sources.flatMap((path) => violations(path, readFileSync(join(root, path), 'utf8')))).toEqual([])
})

test('slices call only those listed before them', () => {
  const order = [...readFileSync(join(root, 'src/main/core/core.ts'), 'utf8').matchAll(/implementSlice\('(\w+)'/g)].map(
    ([, slice]) => slice,
  )
  const late = sources
    .filter((path) => path.endsWith('.service.ts'))
    .flatMap((path) => {
      const own = order.indexOf(path.split('/')[3])
      return importsOf(path, readFileSync(join(root, path), 'utf8'))
        .filter((name) => name.endsWith('.service.ts') && own >= 0 && order.indexOf(name.split('/')[3]) > own)
        .map((name) => `${path} calls ${name}`)
    })
  expect(order.length).toBeGreaterThan(5)
  expect(late).toEqual([])
})

test(`no file is longer than ${LONGEST_FILE} lines`, () => {
  const long = files('src')
    .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > LONGEST_FILE)
  expect(long).toEqual([])
})

describe('the table itself refuses', () => {
  test.each([
    ['src/main/core/kernel/money.ts', '../customers/customers.service.ts'],
    ['src/main/core/kernel/day.ts', 'node:fs'],
    ['src/main/core/customers/customers.contract.ts', './customers.service.ts'],
    ['src/main/core/customers/customers.contract.ts', 'kysely'],
    ['src/main/core/receivables/ageing.rules.ts', './receivables.repository.ts'],
    ['src/main/core/receivables/ageing.rules.ts', 'node:fs'],
    ['src/main/core/customers/customers.repository.ts', './customers.service.ts'],
    ['src/main/core/customers/customers.repository.ts', '../audit/audit.repository.ts'],
    ['src/main/core/dunning/dunning.service.ts', '../customers/customers.repository.ts'],
    ['src/main/core/dunning/dunning.service.ts', 'electron'],
    ['src/main/core/dunning/dunning.service.ts', '../../web/server.ts'],
    ['src/main/core/db/migrations/0001-ledger-and-dunning.ts', '../../kernel/day.ts'],
    ['src/main/web/server.ts', 'electron'],
    ['src/main/web/server.ts', '../desktop/window.ts'],
    ['src/main/web/server.ts', '../core/customers/customers.service.ts'],
    ['src/main/worker/relay.ts', 'electron'],
    ['src/preload/index.ts', '../main/core/contract.ts'],
    ['src/renderer/app/App.tsx', 'electron'],
    ['src/renderer/app/App.tsx', 'node:fs'],
    ['src/renderer/app/App.tsx', '../../main/core/customers/customers.service.ts'],
    ['src/renderer/features/dunning/DunningPage.tsx', '../customers/CustomerTable.tsx'],
  ])('%s importing %s', (path, name) => {
    for (const line of [
      `import { x } from '${name}'`,
      `import type {\n  x,\n} from '${name}'`,
      `export * from '${name}'`,
    ]) {
      expect(violations(path, line)).toHaveLength(1)
    }
    expect(violations(path, `// import { x } from '${name}'`)).toEqual([])
  })
})
