// node scripts/node.mjs scripts/icons.mjs: draws the application's icons again after a change of resources/icons/icon.svg.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from '../test/e2e/chromium.ts'
import { Plain, root } from './setup.mjs'

const folder = join(root, 'resources/icons')
const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8')

const found = await findChromium()
if (found.missing) throw new Plain(found.missing)
const browser = await chromium.launch(found)

const draw = async (size) => {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`)
  const picture = await page.screenshot({ omitBackground: true })
  await page.close()
  return picture
}

/** Windows' format: a directory of pictures, here PNG throughout (Windows Vista and later). */
const ico = (pictures) => {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let at = head.length
  pictures.forEach(({ size, picture }, index) => {
    const entry = 6 + 16 * index
    head.writeUInt8(size === 256 ? 0 : size, entry)
    head.writeUInt8(size === 256 ? 0 : size, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(picture.length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    at += picture.length
  })
  return Buffer.concat([head, ...pictures.map(({ picture }) => picture)])
}

/** macOS' format: named blocks, each a PNG. */
const icns = (pictures) => {
  const names = { 32: 'ic11', 64: 'ic12', 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' }
  const block = (name, content) => {
    const head = Buffer.alloc(8)
    head.write(name, 'latin1')
    head.writeUInt32BE(content.length + 8, 4)
    return Buffer.concat([head, content])
  }
  return block('icns', Buffer.concat(pictures.map(({ size, picture }) => block(names[size], picture))))
}

const sizes = async (...wanted) => {
  const pictures = []
  for (const size of wanted) pictures.push({ size, picture: await draw(size) })
  return pictures
}

writeFileSync(join(folder, 'icon.png'), await draw(512))
writeFileSync(join(folder, 'icon.ico'), ico(await sizes(16, 24, 32, 48, 64, 128, 256)))
writeFileSync(join(folder, 'icon.icns'), icns(await sizes(32, 64, 128, 256, 512, 1024)))
await browser.close()
