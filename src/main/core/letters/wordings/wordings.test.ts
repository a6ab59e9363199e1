import { describe, expect, test } from 'vitest'
import { type LetterLanguage, letterLanguages } from '../../kernel/contract.ts'
import { defaultWording, kindOfWording, type WordingKey, wordingKeys } from '../default-wording.ts'
import { legalFields } from '../legal.rules.ts'
import { typographic } from '../typography.rules.ts'
import { specimensOf, type WordingFields } from '../wording.fields.ts'
import { checkWording, renderWording } from '../wording.rules.ts'

const told = (key: WordingKey, language: LetterLanguage, changes: Partial<WordingFields> = {}): string => {
  const { subject, body } = defaultWording(key, language)
  const [full] = specimensOf('reminder', language) as [WordingFields]
  const fields = { ...full, ...changes }
  return [subject, body].map((text) => typographic(renderWording(text, fields), language)).join('\n\n')
}

const each = wordingKeys.flatMap((key) => letterLanguages.map((language) => [key, language] as const))

test.each(each)('%s in %s reads well with much to say and with little', (key, language) => {
  const { subject, body } = defaultWording(key, language)
  const kind = kindOfWording(key)
  for (const text of [subject, body]) {
    expect(checkWording(text, kind)).toEqual([])
    for (const fields of specimensOf(kind, language)) {
      const read = renderWording(text, fields as WordingFields)
      expect(read).not.toMatch(/[{}]|undefined/)
      expect(read, 'an empty line too many').not.toMatch(/\n\s*\n\s*\n/)
      expect(read, 'two spaces').not.toMatch(/ {2}/)
      expect(read, 'a space before a full stop or a comma').not.toMatch(/\s[.,](?!\d)/)
      expect(read, 'an empty pair of brackets').not.toMatch(/\(\s*\)/)
      expect(read, 'a line that ends with a space').not.toMatch(/ \n/)
      expect(read, 'a straight apostrophe').not.toContain("'")
    }
  }
})

// The subject and each paragraph begin with a capital, but for German, which goes on after the salutation.
test.each(each.filter(([key]) => kindOfWording(key) !== 'agreement'))(
  '%s in %s begins its sentences as it should',
  (key, language) => {
    const kind = kindOfWording(key)
    for (const fields of specimensOf(kind, language)) {
      const [salutation = '', first = '', ...others] = renderWording(
        defaultWording(key, language).body,
        fields as WordingFields,
      ).split('\n\n')
      expect(salutation).toMatch(language === 'es' ? /^\p{Lu}.*:$/u : /^\p{Lu}.*,$/u)
      if (language === 'de') expect(first).toMatch(/^\p{Ll}/u)
      else expect(first).toMatch(/^\p{Lu}/u)
      for (const paragraph of others) expect(paragraph).toMatch(/^[\p{Lu}¿]/u)
    }
  },
)

describe('what a step has to say (domain, section 8)', () => {
  const elements: Record<LetterLanguage, Partial<Record<WordingKey, RegExp[]>>> = {
    fr: {
      notice: [/Avis d’échéance/, /valid/, /document/],
      courtesy: [/Sauf erreur ou omission/, /date de règlement/, /ne pas tenir compte/],
      reminder: [/impayée/, /date à laquelle/, /contestation/, /sans objet/],
      firm: [/14\sfévrier\s2026/, /8\smars\s2026/, /L\.\s441-10/, /40\s€ par facture/, /suspendr/, /motif par écrit/],
      formal: [
        /Mise en demeure/,
        /L\.\s441-10 II/,
        /D\.\s441-5/,
        /1344/,
        /1231-6/,
        /juridiction/,
        /amiable/,
        /réserve de propriété/,
        /continuent de courir/,
      ],
    },
    en: {
      notice: [/falls? due/, /approved/],
      courtesy: [/slipped your attention/, /payment is planned/, /disregard/],
      reminder: [/remains? unpaid/, /day on which/, /dispute/, /disregard/],
      firm: [
        /14\sFebruary\s2026/,
        /8\sMarch\s2026/,
        /441-10/,
        /€40 per invoice/,
        /suspend deliveries/,
        /reason in writing/,
      ],
      formal: [/Formal notice/, /441-10/, /1344/, /court/, /costs/, /amicable/, /retention of title/],
    },
    de: {
      notice: [/Fälligkeit/, /freigegeben/],
      courtesy: [/Zahlungserinnerung/, /Aufmerksamkeit entgangen/, /fällig/, /gegenstandslos/],
      reminder: [/Mahnung/, /überweisen/, /Einwendungen/, /gegenstandslos/],
      firm: [/Mahnung/, /Verzugszinsen/, /in Verzug/, /40\s€ je Rechnung/, /8\.\sMärz\s2026/, /Vorkasse/, /Grund/],
      formal: [
        /Letzte Mahnung mit Fristsetzung/,
        /Hauptforderung/,
        /Verzug/,
        /Gericht/,
        /Konto/,
        /gütlich/,
        /Eigentumsvorbehalt/,
      ],
    },
    es: {
      notice: [/vence/, /aprobadas?/],
      courtesy: [/Recordatorio de pago/, /Salvo error u omisión/, /fecha prevista de pago/],
      reminder: [/pendientes? de pago/, /fecha en que/, /disconformidad/],
      firm: [/aviso/, /intereses de demora/, /40\s€ por factura/, /suspenderemos el suministro/, /motivo por escrito/],
      formal: [/Requerimiento de pago/, /principal/, /acciones judiciales/, /costas/, /amistosa/, /reserva de dominio/],
    },
  }

  test.each(letterLanguages)('in %s', (language) => {
    for (const [key, found] of Object.entries(elements[language]))
      for (const element of found) expect(told(key as WordingKey, language), `${key} ${element}`).toMatch(element)
  })

  test.each(letterLanguages)('no charge is spoken of that is not claimed, in %s', (language) => {
    const nothing = { claimsInterest: false, claimsIndemnity: false, claimsFees: false }
    for (const key of ['firm', 'follow-up'] as const)
      expect(told(key, language, nothing)).not.toMatch(/441-10|17,98|40,00|intér[eê]ts de retard|Zinsen|intereses/)
  })

  // Courtesy rules: no threat of criminal action, no imitation of a court's paper, nobody else is told.
  test.each(each)('%s in %s threatens nobody', (key, language) => {
    const { subject, body } = defaultWording(key, language)
    expect(`${subject} ${body}`).not.toMatch(
      /(?<!\p{L})pénale?s?(?!\p{L})|plainte|escroquerie|huissier|police|criminal|fraud|bailiff|Strafanzeige|Betrug|Gerichtsvollzieher|penal|denuncia|estafa|publi(er|sh|zieren|car) /iu,
    )
  })
})

describe('the law that the charges follow', () => {
  const german = (regime: string) => told('formal', 'de', legalFields({ regime }, 'de'))

  test('a French firm’s German customer reads French law in German words', () => {
    expect(german('FR')).toMatch(/Artikel L\.\s441-10 II des französischen Handelsgesetzbuchs/)
    expect(german('FR')).toContain('das zuständige Gericht anrufen')
    expect(german('FR')).not.toMatch(/BGB|Mahnbescheid/)
  })

  test('under German law the civil code is cited and an order for payment announced', () => {
    expect(german('DE')).toMatch(/§\s288 Abs\.\s2 BGB/)
    expect(german('DE')).toMatch(/§\s288 Abs\.\s5 BGB/)
    expect(german('DE')).toContain('Mahnbescheid')
    expect(german('DE')).not.toMatch(/441-10|französisch/)
  })

  test('under Spanish law the act 3/2004 and the order for payment', () => {
    const notice = told('formal', 'es', legalFields({ regime: 'ES' }, 'es'))
    expect(notice).toMatch(/artículo 7 de la Ley 3\/2004.*artículo 8 de la Ley 3\/2004/s)
    expect(notice).toContain('proceso monitorio')
  })

  test('under British law a letter before action, under the act of 1998', () => {
    const notice = told('formal', 'en', legalFields({ regime: 'GB' }, 'en'))
    expect(notice).toContain('Late Payment of Commercial Debts (Interest) Act 1998')
    expect(notice).toContain('letter before action')
    expect(notice).not.toContain('French')
  })

  test.each(letterLanguages)('French law is in no text of another law, in %s', (language) => {
    for (const key of wordingKeys.filter((one) => kindOfWording(one) === 'reminder'))
      for (const regime of ['DE', 'ES', 'GB', 'BE', 'user-1'])
        expect(told(key, language, legalFields({ regime }, language)), `${key} ${regime}`).not.toMatch(
          /441-|D\.\s?441|1231|1344|fran[cç]|französ|French/,
        )
  })
})
