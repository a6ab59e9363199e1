import { describe, expect, test } from 'vitest'
import { letterLanguages } from '../kernel/contract.ts'
import { legalFields, legalMentions } from './legal.rules.ts'
import { regimes } from './legal.words.ts'

describe('the small print of a letter that claims charges', () => {
  test('names rate, base, days and rounding, and that no VAT is due', () => {
    expect(legalMentions('fr', { regime: 'FR' }).join(' ')).toMatch(/365 jours.*arrondi une seule fois.*40 €.*TVA/s)
  })

  test('names a contract’s rate beside that of the law', () => {
    const mentions = legalMentions('fr', { regime: 'FR', contractRates: ['10.5', null] })
    expect(mentions.join(' ')).toMatch(/taux conventionnel de 10,5\s%.*majoré de 10 points/s)
  })

  test('speaks of nothing that is not claimed', () => {
    expect(legalMentions('de', { regime: 'DE', claims: { interest: false, indemnity: false } })).toEqual([])
    expect(legalMentions('de', { regime: 'DE', claims: { interest: false, indemnity: true } })).toEqual([
      'Pauschale für Beitreibungskosten bei Zahlungsverzug: 40 € je Rechnung (§ 288 Abs. 5 BGB).',
    ])
  })

  test('German law is told in percentage points above the base rate', () => {
    expect(legalMentions('de', { regime: 'DE' })[0]).toMatch(/9 Prozentpunkte über dem jeweiligen Basiszinssatz/)
  })

  test('says how days were counted', () => {
    expect(legalMentions('de', { regime: 'DE', counting: '30/360' })[0]).toContain('30 Tagen')
  })

  test('a series of the user is cited in the user’s words, its rate read in the statement', () => {
    const [interest] = legalMentions('en', { regime: 'swiss', source: 'CO art. 104' })
    expect(interest).toContain('at the rate shown in the statement (CO art. 104)')
  })
})

test.each(letterLanguages)('every law has its citations in %s', (language) => {
  for (const regime of regimes) {
    const fields = legalFields({ regime }, language)
    expect(fields.interestLaw, regime).not.toBe('')
    expect(fields.indemnityLaw, regime).not.toBe('')
  }
  expect(legalFields({ regime: 'GB' }, language).fixedSum).toContain('£')
})
