import { expect, test } from 'vitest'
import { matching, reflowed } from './licences.ts'

const one = (name: string, licence: string) => ({ name, version: '1.0.0', licence, text: '' })

test('a component is found by its name or its licence', () => {
  const licences = [one('react', 'MIT'), one('kysely', 'MIT'), one('Source Sans 3', 'OFL-1.1')]
  expect(matching(licences, ' ofl').map(({ name }) => name)).toEqual(['Source Sans 3'])
  expect(matching(licences, 'REACT').map(({ name }) => name)).toEqual(['react'])
  expect(matching(licences, '')).toHaveLength(3)
})

test('paragraphs are as long as the window is wide, lists keep their lines', () => {
  expect(reflowed('MIT License\n\nPermission is\nhereby granted\r\nto any')).toBe(
    'MIT License\n\nPermission is hereby granted to any',
  )
  expect(reflowed('a\n\n  1. One\n  2. Two')).toBe('a\n\n  1. One\n  2. Two')
})
