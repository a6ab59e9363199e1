import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeName, safeFileName } from './file-name.ts'

test.each([
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\Windows\\win.ini', 'win.ini'],
  ['C:\\x\\a:b?.pdf', 'a-b-.pdf'],
  ['/absolute.pdf', 'absolute.pdf'],
  ['..', 'document'],
  ['', 'document'],
  ['.bashrc', 'bashrc'],
  ['Dupont & Fils.pdf', 'Dupont & Fils.pdf'],
  ['Relevé d’avril.pdf', 'Relevé d’avril.pdf'],
  ['facture\u202Efdp.exe', 'facturefdp.exe'],
  ['a\u200Bb\uFEFF.pdf', 'ab.pdf'],
  ['a\r\nb\u0000.pdf', 'a--b-.pdf'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['Com1.tar.gz', '_Com1.tar.gz'],
  ['console.pdf', 'console.pdf'],
  ['name. . ', 'name'],
  ['half\uD800.pdf', 'half.pdf'],
  [`${'x'.repeat(500)}.pdf`, `${'x'.repeat(120)}.pdf`],
])('%j is kept as %j', (name, kept) => {
  expect(safeFileName(name)).toBe(kept)
})

test('whatever it is given, it is the name of a file, and giving it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const kept = safeFileName(name)
      expect(kept).toMatch(/^[^\p{Cc}\p{Cf}<>:"|?*\\/]+$/u)
      expect(kept).not.toMatch(/^\.|[. ]$|^(con|nul|aux|prn)(\.|$)/i)
      expect(kept.length).toBeLessThanOrEqual(132)
      expect(safeFileName(kept)).toBe(kept)
    }),
    { numRuns: 2000 },
  )
})

test('a name that is taken gets a number', () => {
  expect(freeName('a.pdf', new Set())).toBe('a.pdf')
  expect(freeName('A.pdf', new Set(['a.pdf', 'a (2).pdf']))).toBe('A (3).pdf')
  expect(freeName('R-1/a.pdf', new Set(['r-1/a.pdf']))).toBe('R-1/a (2).pdf')
})
