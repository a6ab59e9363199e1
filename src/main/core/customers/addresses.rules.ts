import type { Address } from './customers.contract.ts'

type Place = Omit<Address, 'kind'>

const spoken = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()

/** Whether two addresses are the same house in the same country, however they are spelt. */
export const isSamePlace = (a: Place, b: Place): boolean => {
  const said = ({ street, postalCode, city, country }: Place) =>
    [street, postalCode, city, country].map(spoken).join('|')
  return said(a) === said(b)
}

/** Where letters go: to the billing address, else to the registered office. */
export const postalAddressOf = (addresses: readonly Address[]): Address | null =>
  addresses.find(({ kind }) => kind === 'billing') ?? addresses.find(({ kind }) => kind === 'registered') ?? null
