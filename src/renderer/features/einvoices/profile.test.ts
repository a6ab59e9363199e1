import { expect, test } from 'vitest'
import { formatName } from './profile.ts'

test.each([
  ['cii', 'urn:factur-x.eu:1p0:basicwl', 'CII, basicwl'],
  ['cii', 'urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended', 'CII, extended'],
  ['zugferd-1', 'urn:ferd:CrossIndustryDocument:invoice:1p0:comfort', 'ZUGFeRD 1, comfort'],
  ['ubl', '', 'UBL'],
])('%s with the profile %s reads %s', (syntax, profile, name) => {
  expect(formatName(syntax, profile)).toBe(name)
})
