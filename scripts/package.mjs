// npm run package -- [electron-builder's own options]: this system's installers, in dist/.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isSupported, sbomOf } from './licences.mjs'
import { askNpm, build, command, follow, install, node24, Plain, root } from './setup.mjs'

const say = (line) => console.log(line)

/** Known holes of what is shipped, and an Electron that gets no corrections any more, are not packaged. */
const checkSupply = () => {
  const audit = askNpm(['audit', '--omit=dev', '--json'])
  if (!audit.metadata) say('The registry could not be asked for known vulnerabilities; nothing was checked.')
  else if (audit.metadata.vulnerabilities.total > 0)
    throw new Plain(`Known vulnerabilities: ${Object.keys(audit.vulnerabilities).join(', ')}. npm audit tells more.`)
  const newest = askNpm(['view', 'electron', 'dist-tags', '--json']).latest
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.electron
  if (!newest) say('The registry could not be asked for the newest Electron; nothing was checked.')
  else if (!isSupported(own, newest)) throw new Plain(`Electron ${own} gets no corrections any more: ${newest} is out.`)
}

await command(async () => {
  install()
  build()
  if (!existsSync(join(root, 'out', 'main', 'index.js')))
    throw new Plain('There is nothing to package: the build is empty.')
  checkSupply()
  const whole = askNpm(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'])
  if (!whole.components) throw new Plain('npm 10 or newer is needed to write the bill of materials.')
  writeFileSync(join(root, 'out', 'sbom.cdx.json'), JSON.stringify(sbomOf(whole, root), null, 2))
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  const status = await follow(node24, ['node_modules/electron-builder/cli.js', ...process.argv.slice(2)])
  if (status !== 0)
    throw new Plain('No installer was made. electron-builder fetches Electron and its own tools: it needs a network.')
})
