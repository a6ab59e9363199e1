import { describe, expect, test } from 'vitest'
import { cleanName, extensionOf, isDisguised, isExecutable, typeWithoutSignature } from './proofs.files.rules.ts'

describe('the name of a file', () => {
  test.each([
    ['bon.pdf', 'bon.pdf'],
    ['C:\\Users\\Nadia\\bon.pdf', 'bon.pdf'],
    ['../../etc/passwd', 'passwd'],
    // Turned round, it would show as factureexe.pdf.
    ['facture\u202Efdp.exe', 'facturefdp.exe'],
    ['piège.exe. . ', 'piège.exe'],
    ['a\u0000b\u200bc.txt', 'abc.txt'],
    ['prix<2>.pdf', 'prix_2_.pdf'],
    ['bon n°4711 – signé.pdf', 'bon n°4711 – signé.pdf'],
    ['...', 'document'],
    ['', 'document'],
  ])('%j is kept as %j', (name, kept) => {
    expect(cleanName(name)).toBe(kept)
  })

  test('its extension follows the last dot', () => {
    expect(['a.PDF', 'a.tar.gz', 'a', 'a.'].map(extensionOf)).toEqual(['pdf', 'gz', '', ''])
  })
})

describe('content without a signature', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  test.each([
    ['note.txt', 'bonjour', 'text/plain'],
    ['mail.eml', 'From: a@b\n', 'message/rfc822'],
    ['note.txt', 'a\u0000b', 'application/octet-stream'],
    ['note.xyz', 'bonjour', 'application/octet-stream'],
    ['note.txt', '#!/usr/bin/env node', 'text/x-shellscript'],
  ])('%s holding %j is %s', (name, text, mime) => {
    expect(typeWithoutSignature(name, bytes(text)).mime).toBe(mime)
  })
})

test('what runs may not stand under the name of what does not; anything else may contradict its name', () => {
  const exe = { ext: 'exe', mime: 'application/x-msdownload' }
  expect(['a.pdf', 'a.docx', 'a'].map((name) => isDisguised(name, exe))).toEqual([true, true, true])
  expect(['a.exe', 'a.scr', 'a.dll.com'].map((name) => isDisguised(name, exe))).toEqual([false, false, false])
  expect(isDisguised('a.docx', { ext: 'docm', mime: '' })).toBe(true)
  expect(isDisguised('a.docm', { ext: 'docm', mime: '' })).toBe(false)
  expect(isDisguised('a.pdf', { ext: 'png', mime: 'image/png' })).toBe(false)
  expect(isDisguised('a.pdf', { ext: 'zip', mime: 'application/zip' })).toBe(false)
})

test('a warning comes before what the system would run, by its name or by its content', () => {
  for (const name of 'a.exe a.MSI a.bat a.cmd a.ps1 a.sh a.js a.vbs a.jar a.app a.docm a.xlsm a.html a.svg a.lnk a.hta'.split(
    ' ',
  ))
    expect([name, isExecutable(name, 'application/octet-stream')]).toEqual([name, true])
  for (const name of 'a.pdf a.docx a.xlsx a.png a.jpg a.txt a.eml a.csv a.zip a'.split(' '))
    expect([name, isExecutable(name, 'application/octet-stream')]).toEqual([name, false])
  expect(isExecutable('a.txt', 'text/html')).toBe(true)
})
