import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

type Locked = { optionalDependencies?: Record<string, string> }

const { packages } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}

// A registry that lacks another system's package makes `npm install` leave its line out, and then `npm ci` refuses the
// whole file on every machine. Such a line may be written by hand: version, os, cpu, optional.
test('the lock file names the compiled packages of every system', () => {
  const unnamed = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
    ),
  )
  expect(unnamed).toEqual([])
})

test('the lock file names no registry', () => {
  expect(Object.values(packages).filter((entry) => 'resolved' in entry)).toEqual([])
})
