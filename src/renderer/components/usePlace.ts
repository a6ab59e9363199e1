import { useState } from 'react'

type Left = { offset: number; index: number | null }

/** Where each list was left, by address: going back finds it there, on the same row. */
const places = new Map<string, Left>()

export type Place = {
  /** Where it was left last time. */
  found: Left
  keep: (part: Partial<Left>) => void
}

/** The address is read each time: filters change it while the list stays. */
const createPlace = (label: string): Place => {
  const address = () => `${location.pathname}${location.search} ${label}`
  const found = places.get(address()) ?? { offset: 0, index: null }
  const now = { ...found }
  return {
    found,
    keep: (part) => {
      places.set(address(), { ...Object.assign(now, part) })
    },
  }
}

export const usePlace = (label: string): Place => useState(() => createPlace(label))[0]
