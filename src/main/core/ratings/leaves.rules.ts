import type { Leaf } from './leaves.model.ts'

/** What a format holds, before paths are made of it. */
export type Branch =
  | { kind: 'leaf'; value: string; number: boolean; line: number | null }
  | { kind: 'object'; members: readonly [name: string, Branch][]; line: number | null }
  | { kind: 'list'; items: readonly Branch[]; line: number | null }

const DEPTH = 64
const LEAVES = 20_000

/** Names under which formats say of what kind a value is. */
const NAMING =
  'type kind code key id indicator indicateur scale echelle model modele scoretype ratingtype category label libelle'.split(
    ' ',
  )
const rank = (name: string): number => NAMING.indexOf(name.replace(/^@/, '').toLowerCase())

type Named = { name: string; value: string }

/** The texts of an object that may name it, the most telling first. */
const namesOf = (branch: Branch): Named[] =>
  branch.kind !== 'object'
    ? []
    : branch.members
        .flatMap(([name, member]) =>
          member.kind === 'leaf' && rank(name) >= 0 && /\p{L}/u.test(member.value) && member.value.length <= 60
            ? [{ name, value: member.value.trim() }]
            : [],
        )
        .toSorted((a, b) => rank(a.name) - rank(b.name))

/** What tells the items of a list apart: the first name that all have, each with another value. */
const discriminatorOf = (items: readonly Branch[]): string | null => {
  const named = items.map(namesOf)
  const first = named[0] ?? []
  const found = first.find(({ name }) => {
    const values = named.map((names) => names.find((one) => one.name === name)?.value)
    return values.every((value) => value !== undefined) && new Set(values).size === values.length
  })
  return found?.name ?? null
}

/** A report is too deep or too large to be one. */
export class TooMuch extends Error {}

/**
 * The leaves of a report with their paths. Items of a list are named by what tells them apart, never by their place; where
 * nothing does and there are several, they are marked as repeated. `join` stands between the parts of a path.
 */
export const leavesOf = (root: Branch, join: '.' | '/'): Leaf[] => {
  const leaves: Leaf[] = []
  const add = (branch: Branch, path: string, repeated: boolean, depth: number, beside: Leaf['beside']): void => {
    if (depth > DEPTH || leaves.length >= LEAVES) throw new TooMuch()
    if (branch.kind === 'leaf') {
      leaves.push({ path, value: branch.value.trim(), number: branch.number, repeated, beside, line: branch.line })
    } else if (branch.kind === 'object') {
      const names = namesOf(branch)
      for (const [name, member] of branch.members) {
        const own = path === '' ? name : `${path}${join}${name}`
        const other = names.find((one) => one.name !== name)
        const told = other
          ? { path: path === '' ? other.name : `${path}${join}${other.name}`, value: other.value }
          : null
        add(member, own, repeated, depth + 1, told)
      }
    } else {
      const by = discriminatorOf(branch.items)
      branch.items.forEach((item, place) => {
        const name = by === null ? String(place + 1) : `${by}=${namesOf(item).find((one) => one.name === by)?.value}`
        add(item, `${path}[${name}]`, repeated || (by === null && branch.items.length > 1), depth + 1, null)
      })
    }
  }
  add(root, '', false, 0, null)
  const seen = new Map<string, number>()
  for (const { path } of leaves) seen.set(path, (seen.get(path) ?? 0) + 1)
  return leaves.map((leaf) => ((seen.get(leaf.path) ?? 0) > 1 ? { ...leaf, repeated: true } : leaf))
}

/** A parsed JSON value as a branch; JSON tells no lines. */
export const branchOfJson = (value: unknown, depth = 0): Branch => {
  if (depth > DEPTH) throw new TooMuch()
  if (Array.isArray(value))
    return { kind: 'list', items: value.map((item) => branchOfJson(item, depth + 1)), line: null }
  if (value !== null && typeof value === 'object')
    return {
      kind: 'object',
      members: Object.entries(value).map(([name, member]) => [name, branchOfJson(member, depth + 1)]),
      line: null,
    }
  return { kind: 'leaf', value: value === null ? '' : String(value), number: typeof value === 'number', line: null }
}

type Element = {
  name: string
  attributes: Readonly<Record<string, string>>
  text: string
  children: readonly Element[]
  line: number
}

/** An element of XML as a branch: attributes as `@name`, its text beside them as `#text`, elements of one name as a list. */
export const branchOfXml = (element: Element): Branch => {
  const { line } = element
  const leaf = (value: string): Branch => ({ kind: 'leaf', value, number: false, line })
  const attributes = Object.entries(element.attributes).filter(
    ([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'),
  )
  if (attributes.length === 0 && element.children.length === 0) return leaf(element.text)
  const groups = Map.groupBy(element.children, ({ name }) => name)
  const members: [string, Branch][] = [
    ...attributes.map(([name, value]): [string, Branch] => [`@${name}`, leaf(value)]),
    ...(element.text.trim() === '' && element.children.length > 0
      ? []
      : [['#text', leaf(element.text)] as [string, Branch]]),
    ...[...groups].map(([name, same]): [string, Branch] => [
      name,
      same.length === 1 ? branchOfXml(same[0] as Element) : { kind: 'list', items: same.map(branchOfXml), line },
    ]),
  ]
  return { kind: 'object', members, line }
}
