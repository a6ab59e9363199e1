import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { isAllowed, isSupported, licencesOf, type Sbom, sbomOf, shippedPackages } from '../../scripts/licences.mjs'

const root = resolve(import.meta.dirname, '../..')
const packageFile = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'))

describe('licences', () => {
  test.each(['MIT', 'Apache-2.0', '(MIT OR CC0-1.0)', 'MIT or MPL-2.0', '(MIT AND Zlib)', 'GPL-3.0 OR MIT', 'OFL-1.1'])(
    '%s may be handed on',
    (licence) => expect(isAllowed(licence)).toBe(true),
  )

  test.each([
    'GPL-3.0',
    'AGPL-3.0-only',
    'LGPL-2.1',
    'MIT AND GPL-3.0',
    'UNLICENSED',
    'SEE LICENSE IN x',
    'SSPL-1.0',
    '',
  ])('%s may not', (licence) => expect(isAllowed(licence)).toBe(false))

  test('every component that is shipped is under one that may be, most with its text', () => {
    const licences = licencesOf(root)
    expect(licences.filter(({ licence }) => !isAllowed(licence))).toEqual([])
    expect(licences.filter(({ text }) => text.length > 200).length / licences.length).toBeGreaterThan(0.9)
  })

  test('the list holds what runs in the core, in the window and beside them', () => {
    const names = licencesOf(root).map(({ name }) => name)
    const wanted = [
      ...Object.keys(packageFile.dependencies).filter((name) => name !== 'node' && name !== 'better-sqlite3'),
      'better-sqlite3-multiple-ciphers',
      'react',
      '@mantine/core',
      '@fontsource-variable/inter',
      'Source Sans 3',
      'Electron',
    ]
    expect(wanted.filter((name) => !names.includes(name))).toEqual([])
    const each = licencesOf(root).map(({ name, version }) => `${name}@${version}`)
    expect(new Set(each).size).toBe(each.length)
    for (const tool of ['vitest', 'typescript', 'electron-builder', '@playwright/test'])
      expect(names).not.toContain(tool)
  })
})

describe('the bill of materials', () => {
  test('names every component that is shipped, with its version, hash and licence, and nothing else', async () => {
    const { stdout } = await promisify(execFile)('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
      cwd: root,
      maxBuffer: 1 << 28,
      shell: process.platform === 'win32',
    })
    const sbom = sbomOf(JSON.parse(stdout) as Sbom, root)
    expect(sbom).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { component: { name: 'encours', type: 'application' } },
    })
    const named = new Set(sbom.components.map(({ name, version }) => `${name}@${version}`))
    const shipped = new Set(shippedPackages(root).map(({ name, version }) => `${name}@${version}`))
    shipped.add(`electron@${packageFile.devDependencies.electron}`)
    expect([...named].sort()).toEqual([...shipped].sort())
    for (const { hashes, licenses } of sbom.components) expect([hashes?.length, licenses?.length]).toEqual([1, 1])
    expect(sbom.components).toHaveLength(shipped.size)
    const refs = new Set(['encours@0.1.0', ...sbom.components.map((one) => one['bom-ref'])])
    for (const { dependsOn } of sbom.dependencies) for (const ref of dependsOn ?? []) expect(refs).toContain(ref)
  })
})

test('an Electron that gets no corrections any more is not packaged', () => {
  expect(isSupported('45.4.1', '45.5.0')).toBe(true)
  expect(isSupported('45.4.1', '47.0.0')).toBe(true)
  expect(isSupported('45.4.1', '48.0.0')).toBe(false)
})

test('every package is named by one version', () => {
  const { dependencies, devDependencies } = packageFile
  for (const version of Object.values<string>({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^(npm:[\w-]+@)?\d+\.\d+\.\d+$/)
})
