// What the package holds of others: every library that is built in or lies beside the program, with its licence. Read
// from the lock file and the installed packages; used by the build (the About screen) and by the package (its SBOM).
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Licences that may be handed on inside the program; a package under another one stops the build. */
export const ALLOWED = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MPL-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'OFL-1.1',
  'Zlib',
  'Python-2.0',
]

/**
 * Whether an SPDX expression can be met by allowed licences alone: every part of an AND, one of an OR.
 * @param {string} expression
 * @returns {boolean}
 */
export const isAllowed = (expression) => {
  const plain = expression.trim()
  if (plain.startsWith('(') && plain.endsWith(')') && !plain.slice(1, -1).includes(')'))
    return isAllowed(plain.slice(1, -1))
  const parts = (/** @type {RegExp} */ word) => plain.split(word)
  if (parts(/ or /i).length > 1) return parts(/ or /i).some(isAllowed)
  if (parts(/ and /i).length > 1) return parts(/ and /i).every(isAllowed)
  return ALLOWED.includes(plain)
}

/**
 * @typedef {{ version: string, license?: string, name?: string, dependencies?: Record<string, string>,
 *   optionalDependencies?: Record<string, string>,   peerDependencies?: Record<string, string>, peerDependenciesMeta?: Record<string, { optional?: boolean }> }} Locked
 * @typedef {{ path: string, name: string, version: string, licence: string }} Shipped
 */

// Started by the scripts where no window can be opened; the package runs on Electron.
const NOT_SHIPPED = ['node']

/**
 * Packages that are in the built program or beside it: those it depends on, those that the window imports, and what they
 * need in turn. More than is really left after the build, never less.
 * @param {string} root folder of the project
 * @returns {Shipped[]} by name
 */
export const shippedPackages = (root) => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  /** @type {{ packages: Record<string, Locked> }} */
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const found = new Map()
  /** The place where Node finds a package, from the place of the one that asks. */
  const locate = (/** @type {string} */ from, /** @type {string} */ name) => {
    for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules') - 1))) {
      const path = `${at ? `${at}/` : ''}node_modules/${name}`
      if (packages[path]) return path
      if (at === '') return undefined
    }
  }
  const add = (/** @type {string} */ from, /** @type {string} */ name) => {
    const path = locate(from, name)
    if (!path || found.has(path)) return
    const locked = packages[path]
    const real = locked.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    found.set(path, { path, name: real, version: locked.version, licence: locked.license ?? '' })
    for (const next of Object.keys(locked.dependencies ?? {})) add(path, next)
    // Compiled parts, of this system only.
    for (const next of Object.keys(locked.optionalDependencies ?? {})) {
      const compiled = locate(path, next)
      if (compiled && existsSync(join(root, compiled))) add(path, next)
    }
    for (const next of Object.keys(locked.peerDependencies ?? {}))
      if (!locked.peerDependenciesMeta?.[next]?.optional) add(path, next)
  }
  const roots = [...Object.keys(dependencies).filter((name) => !NOT_SHIPPED.includes(name)), ...importedBy(root)]
  for (const name of roots) add('', name)
  // One may lie at several places in the same version.
  const once = new Map([...found.values()].map((one) => [`${one.name}@${one.version}`, one]))
  return [...once.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Packages that the window's source imports. */
const importedBy = (/** @type {string} */ root) => {
  const folder = join(root, 'src', 'renderer')
  const names = new Set()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/(?<!\.test)\.tsx?$/.test(file)) continue
    const text = readFileSync(join(folder, file), 'utf8')
    for (const [, name] of text.matchAll(/(?:from|import)\s*\(?\s*'((?:@[\w.-]+\/)?[a-z][\w.-]*)(?:\/[^']*)?'/g))
      names.add(name)
  }
  return [...names].filter((name) => !name.startsWith('node:'))
}

const TEXT = /^(licen[cs]e|copying|notice|unlicense)([.-].*)?$/i

/**
 * The texts that a package brings with it; none where it only names its licence.
 * @param {string} folder
 */
const textsIn = (folder) =>
  !existsSync(folder)
    ? ''
    : readdirSync(folder)
        .filter((name) => TEXT.test(basename(name)) && !/\.(js|ts|json)$/.test(name))
        .sort()
        .map((name) => readFileSync(join(folder, name), 'utf8').trim())
        .join('\n\n')

/** What no lock file names: fonts of the letters, and what is compiled into the native packages and into Electron. */
const BESIDE = [
  { name: 'Source Sans 3', version: '3.052', licence: 'OFL-1.1', text: ['resources', 'fonts', 'OFL.txt'] },
  { name: 'Electron', version: '', licence: 'MIT', text: ['node_modules', 'electron', 'LICENSE'] },
]

/**
 * @param {string} root
 * @returns {{ name: string, version: string, licence: string, text: string }[]} by name; refuses one that may not be in
 */
export const licencesOf = (root) => {
  const electron = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.electron
  const packages = shippedPackages(root).map(({ path, name, version, licence }) => ({
    name,
    version,
    licence,
    text: textsIn(join(root, path)),
  }))
  const beside = BESIDE.map(({ text, ...one }) => ({
    ...one,
    version: one.version || electron,
    text: readFileSync(join(root, ...text), 'utf8').trim(),
  }))
  const all = [...packages, ...beside]
  const refused = all.filter(({ licence }) => !isAllowed(licence))
  if (refused.length > 0)
    throw new Error(
      `Not to be handed on: ${refused.map(({ name, licence }) => `${name} (${licence || 'no licence'})`).join(', ')}`,
    )
  return all.sort((a, b) => a.name.toLowerCase().localeCompare(b.name.toLowerCase(), 'en'))
}

/**
 * The bill of materials of the package (CycloneDX), from npm's of the whole project: only what is shipped, with Electron.
 * @param {{ components: { name: string, version: string, purl: string, 'bom-ref': string }[],
 *   dependencies: { ref: string, dependsOn?: string[] }[], metadata: { component: { 'bom-ref': string, name: string } } }} whole
 * @param {string} root
 */
export const sbomOf = (whole, root) => {
  const { name, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const shipped = new Set(shippedPackages(root).map((one) => `${one.name}@${one.version}`))
  shipped.add(`electron@${devDependencies.electron}`)
  // By its address: npm calls a package that stands under another name by that name.
  const real = (/** @type {{ purl: string }} */ { purl }) => decodeURIComponent(purl.slice('pkg:npm/'.length))
  const components = whole.components
    .filter((one) => shipped.has(real(one)))
    .map((one) => ({ ...one, name: real(one).replace(/@[^@]*$/, ''), scope: 'required' }))
  const refs = new Set([whole.metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])])
  return {
    ...whole,
    // npm names it after the folder.
    metadata: { ...whole.metadata, component: { ...whole.metadata.component, name, type: 'application' } },
    components,
    dependencies: whole.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) })),
  }
}

/**
 * Whether a major version of Electron still gets corrections: the newest three do.
 * @param {string} own
 * @param {string} newest
 */
export const isSupported = (own, newest) => Number.parseInt(newest, 10) - Number.parseInt(own, 10) < 3
