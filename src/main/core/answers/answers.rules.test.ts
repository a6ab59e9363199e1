import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../kernel/day.ts'
import { attachmentType, endingsOf, GRACE_DAYS, lateness, namedAs } from './answers.rules.ts'

const well = {
  issued: '2026-11-20',
  publishedOn: '2026-11-01',
  until: '2026-12-31',
  withdrawn: false,
  today: '2026-11-22',
}

test.each([
  ['in time', {}, null],
  ['on its last day, read in the days of grace', { issued: '2026-12-31', today: '2027-01-14' }, null],
  ['after the days of grace', { issued: '2026-12-31', today: '2027-01-15' }, 'answer.expired'],
  ['on the evening of its last day, the next by UTC', { issued: '2027-01-01', today: '2027-01-01' }, null],
  ['written after the last day', { issued: '2027-01-02', today: '2027-01-02' }, 'answer.expired'],
  ['ninety days old', { until: '2027-06-30', issued: '2026-11-20', today: '2027-02-18' }, null],
  ['older', { until: '2027-06-30', issued: '2026-11-20', today: '2027-02-19' }, 'answer.too-old'],
  ['in another zone, tomorrow', { issued: '2026-11-23' }, null],
  ['by a clock ahead', { issued: '2026-11-24' }, 'answer.clock'],
  ['written before the space was', { issued: '2026-10-30' }, 'answer.clock'],
  ['from a space withdrawn', { withdrawn: true }, 'answer.space-withdrawn'],
])('an answer %s', (_case, rest, code) => {
  expect(lateness({ ...well, ...rest })).toBe(code)
})

test('no answer is taken once its space is past the days of grace', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 1, max: 400 }), (at, after) => {
      const today = addDays(well.until, GRACE_DAYS + after)
      expect(lateness({ ...well, today, issued: addDays(today, at) })).not.toBeNull()
    }),
  )
})

test('an attachment is what its bytes say', () => {
  expect(attachmentType(new TextEncoder().encode('%PDF-1.7'))).toBe('application/pdf')
  expect(attachmentType(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg')
  expect(attachmentType(new TextEncoder().encode('MZ.....'))).toBeNull()
  expect(attachmentType(new Uint8Array())).toBeNull()
})

test.each([
  ['bon.pdf', 'bon.pdf'],
  ['BON.PDF', 'BON.PDF'],
  ['facture.bat', 'facture.bat.pdf'],
  ['page.pdf.hta', 'page.pdf.hta.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['fdp.\u202eexe', 'fdp.exe.pdf'],
  ['', 'document.pdf'],
])('a PDF called %j is kept as %j', (name, kept) => {
  expect(namedAs(name, endingsOf('application/pdf'))).toBe(kept)
})
