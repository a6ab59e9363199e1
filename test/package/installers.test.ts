import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** The configuration of the installers as electron-builder itself reads it. */
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'))

type Configuration = Record<string, unknown> & {
  electronFuses: Record<string, boolean>
  fileAssociations: { ext: string }[]
  extraResources: ({ from: string } | string)[]
}

let config: Configuration

beforeAll(async () => {
  const { getConfig, validateConfiguration } = builder('app-builder-lib/out/util/config/config')
  config = await getConfig(root, 'electron-builder.yml', null)
  await validateConfiguration(config, { isEnabled: false, add: () => {} })
})

describe('the package', () => {
  test.each([
    ['runAsNode', false],
    ['enableNodeOptionsEnvironmentVariable', false],
    ['enableNodeCliInspectArguments', false],
    ['enableCookieEncryption', true],
    ['enableEmbeddedAsarIntegrityValidation', true],
    ['onlyLoadAppFromAsar', true],
    ['grantFileProtocolExtraPrivileges', false],
    ['loadBrowserProcessSpecificV8Snapshot', false],
  ])('sets the fuse %s to %s', (name, value) => {
    expect(config.electronFuses[name]).toBe(value)
  })

  test('leaves no fuse that the builder knows undecided', () => {
    const schema = JSON.parse(readFileSync(builder.resolve('app-builder-lib/scheme.json'), 'utf8'))
    const known = Object.keys(schema.definitions.FuseOptionsV1.properties).filter(
      (name) => name !== 'resetAdHocDarwinSignature',
    )
    expect(Object.keys(config.electronFuses).sort()).toEqual(known.sort())
  })

  test('opens the books that are double-clicked', () => {
    expect(config.fileAssociations).toContainEqual(expect.objectContaining({ ext: 'encours', role: 'Editor' }))
  })

  test('is one archive whose integrity is checked, with compiled code beside it, and publishes nothing', () => {
    expect(config.asar).not.toBe(false)
    expect(config.asarUnpack).toEqual(['**/*.node'])
    expect(config.publish).toBeNull()
  })
})
