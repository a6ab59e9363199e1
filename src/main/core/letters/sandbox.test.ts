import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pictureType } from '../company/logo.rules.ts'
import type { DocumentData } from './document.model.ts'
import { createTypesetter } from './typesetter.ts'
import { emailSpecimen } from './wording.fields.ts'
import { checkWording, renderWording } from './wording.rules.ts'

const fields = emailSpecimen('fr')
const codeOf = (text: string): string => {
  try {
    return `rendered: ${renderWording(text, fields).slice(0, 200)}`
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}
const timed = <T>(work: () => T) => {
  const begun = performance.now()
  const result = work()
  return { result, ms: performance.now() - begun }
}

describe('a wording of a user', () => {
  test.each([
    "{% include 'secret.txt' %}",
    "{% include '/etc/passwd' %}",
    "{% include '../../../../../../etc/passwd' %}",
    "{% render '/etc/passwd' %}",
    "{% layout '/etc/passwd' %}",
    "{% include 'http://127.0.0.1/' %}",
    '{% include customer.name %}',
  ])('reads no file: %s', (text) => {
    expect(codeOf(text)).toBe('wording.invalid')
    expect(checkWording(text, 'email').length).toBeGreaterThan(0)
  })

  test.each([
    '{{ customer.constructor }}',
    '{{ customer.__proto__ }}',
    '{{ customer.toString }}',
    "{{ customer['constructor']['constructor'] }}",
    '{{ process.env }}',
    '{{ globalThis }}',
    '{{ this }}',
  ])('reaches no code and nothing of the program: %s', (text) => {
    expect(codeOf(text)).toBe('wording.invalid')
  })

  test.each([
    ['loops in loops', '{% for a in (1..100000) %}{% for b in (1..100000) %}{% endfor %}{% endfor %}'],
    ['a range without end', '{% for a in (1..99999999999) %}x{% endfor %}'],
    [
      'a text that doubles itself',
      `{% assign a = 'xxxxxxxxxxxxxxxx' %}${'{% assign a = a | append: a %}'.repeat(40)}{{ a }}`,
    ],
    [
      'a text that grows in a loop',
      "{% assign a = 'x' %}{% for i in (1..100000) %}{% assign a = a | append: a %}{% endfor %}",
    ],
    [
      'a text that is replaced by larger ones',
      `{% assign a = 'aaaaaaaaaa' %}${"{% assign a = a | replace: 'a', 'aaaaaaaaaa' %}".repeat(12)}{{ a }}`,
    ],
    ['captures in loops', '{% for i in (1..9999) %}{% capture a %}{{ a }}{{ a }}x{% endcapture %}{% endfor %}'],
    ['a cycle of many', `{% for i in (1..10000) %}{{ '${'x'.repeat(10_000)}' }}{% endfor %}`],
    [
      'much work without much text',
      "{% for i in (1..10000) %}{{ 'x' | times: 1 }}{% tablerow a in (1..10000) %}{{ a }}{% endtablerow %}{% endfor %}",
    ],
    [
      'sorting and splitting',
      "{% assign a = 'x,y' | split: '' %}{% for i in (1..10000) %}{% assign a = a | concat: a %}{% endfor %}",
    ],
  ])('costs at most some seconds and megabytes: %s', (_, text) => {
    const before = process.memoryUsage().rss
    const { result, ms } = timed(() => codeOf(text))
    expect(result).toBe('wording.invalid')
    expect(ms).toBeLessThan(6000)
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
  })

  test.each([
    ['braces', '{{'.repeat(10_000)],
    ['tags', '{%'.repeat(10_000)],
    ['letters before braces', "l'".repeat(10_000)],
    ['a tag in a tag', `{% if ${'('.repeat(9000)} %}`],
    ['ifs in ifs', `${'{% if total %}'.repeat(1400)}`],
    ['filters', `{{ total ${"| append: 'x' ".repeat(1400)} }}`],
  ])('as long as one may be is read at once: %s', (_, text) => {
    const { ms } = timed(() => [codeOf(text), checkWording(text, 'email')])
    expect(ms).toBeLessThan(3000)
  })
})

describe('the layout of papers', () => {
  const resources = join(import.meta.dirname, '../../../../resources')
  const typesetter = createTypesetter({ resources })
  const paper = (text: string, changes: Partial<DocumentData> = {}): DocumentData => ({
    language: 'fr',
    company: { name: 'Rivelaine', logo: null, accent: '#1f4e79' },
    title: text,
    subtitle: text,
    reference: text,
    day: '2026-11-22',
    bylines: [text],
    state: null,
    sections: [
      {
        title: text,
        number: '1',
        blocks: [
          { kind: 'paragraph', text },
          { kind: 'note', text },
        ],
      },
    ],
    ...changes,
  })
  /** How many letters stand on paper. */
  const glyphsOf = (text: string) => typesetter.documentSvg(paper(text)).join('').match(/<use /g)?.length ?? 0

  let secret: string
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('x')
  })

  beforeAll(async () => {
    secret = join(mkdtempSync(join(tmpdir(), 'encours-secret-')), 'secret.png')
    writeFileSync(
      secret,
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    )
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  })
  afterAll(() => {
    server.close()
    rmSync(dirname(secret), { recursive: true })
  })

  test.each([
    '#read("/etc/passwd")',
    '#read("data.json")',
    '#import "letterhead.typ": *',
    '#include "reminder.typ"',
    '#eval("1 + 1")',
    '#while true {}',
    '#let f() = f(); #f()',
    '$ x^2 $',
    '*gras* _italique_ `code`',
    '= Titre',
    '- liste',
    '// commentaire',
    '/* commentaire',
    '"); #read("/etc/passwd"',
    '\\u{41}',
    'https://exemple.fr',
    '@reference <label>',
    '~ --- ...',
  ])('sets %j as it stands', (text) => {
    // As many letters on paper as for a text in which nothing could be markup.
    const letters = [...text].map((sign) => (/\s/.test(sign) ? sign : 'x')).join('')
    expect(glyphsOf(text)).toBe(glyphsOf(letters))
  })

  test('a picture of the letterhead that would take minutes or gigabytes to show is none', () => {
    const uses = (count: number, inside: string) => `<g id="${inside}b">${`<use href="#${inside}"/>`.repeat(count)}</g>`
    const svg = (count: number) =>
      new TextEncoder().encode(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><g id="a"/>${uses(count, 'a')}${uses(count, 'ab')}${uses(count, 'abb')}</defs></svg>`,
      )
    expect(pictureType(svg(3))).toBe('image/svg+xml')
    expect(pictureType(svg(10))).toBeNull()
    const png = readFileSync(join(resources, 'icons/icon.png'))
    expect(pictureType(png)).toBe('image/png')
    png.writeUInt32BE(60_000, 16)
    png.writeUInt32BE(60_000, 20)
    expect(pictureType(png)).toBeNull()
  })

  test('a picture of the letterhead that names another file fetches nothing and shows nothing of it', async () => {
    const { port } = server.address() as AddressInfo
    for (const address of [`http://127.0.0.1:${port}/logo.png`, `file://${secret}`, secret, '/data.json']) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image width="9" height="9" href="${address}"/></svg>`
      const bytes = new TextEncoder().encode(svg)
      expect(pictureType(bytes)).toBeNull()
      // And were it taken all the same, the typesetter itself would not read it.
      const company = { name: 'Rivelaine', accent: '#1f4e79', logo: { mediaType: 'image/svg+xml', bytes } }
      expect(() => typesetter.documentPdf(paper('x', { company }))).toThrow('failed to load linked image')
    }
    await new Promise((done) => setTimeout(done, 50))
    expect(asked).toEqual([])
  })
})
