import { Select, type SelectProps } from '@mantine/core'
import { useMemo } from 'react'
import { useLanguage } from '../app/i18n.ts'

const COUNTRIES =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KM KN KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MK ML MM MN MO MQ MR MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR ST SV SY SZ TC TD TG TH TJ TL TM TN TO TR TT TW TZ UA UG US UY UZ VA VC VE VG VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  )
const CURRENCIES =
  'EUR AED AUD BGN BRL CAD CHF CNY CZK DKK DZD GBP HKD HUF INR JPY MAD MXN NOK NZD PLN RON RUB SAR SEK SGD TND TRY USD XAF XOF XPF ZAR'.split(
    ' ',
  )

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchable' | 'allowDeselect'> & {
  value: string
  onChange: (code: string) => void
}

const useNamed = (codes: readonly string[], type: 'region' | 'currency', value: string) => {
  const language = useLanguage()
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type })
    const known = codes.includes(value) || value === '' ? codes : [value, ...codes]
    return known
      .map((code) => ({
        value: code,
        label: type === 'currency' ? `${code} · ${names.of(code)}` : (names.of(code) ?? code),
      }))
      .sort((a, b) => (type === 'currency' ? 0 : a.label.localeCompare(b.label, language)))
  }, [codes, type, value, language])
}

export const CountrySelect = ({ onChange, ...props }: Props) => (
  <Select
    {...props}
    data={useNamed(COUNTRIES, 'region', props.value)}
    onChange={(code) => code && onChange(code)}
    searchable
    allowDeselect={false}
  />
)

export const CurrencySelect = ({ onChange, ...props }: Props) => (
  <Select
    {...props}
    data={useNamed(CURRENCIES, 'currency', props.value)}
    onChange={(code) => code && onChange(code)}
    searchable
    allowDeselect={false}
  />
)
