/** An element with all that it holds. Names come without their prefix; elements are told apart by `namespace` where it matters. */
export type XmlNode = {
  name: string
  /** Empty where none is declared. */
  namespace: string
  /** As written, prefix included; declarations of namespaces too. */
  attributes: Readonly<Record<string, string>>
  /** Text directly inside, entities resolved, untrimmed; empty when it is all blank. */
  text: string
  children: XmlNode[]
  /** Line of the file where it begins, from 1. */
  line: number
}

/** The first element under the path of names (`child(entry, 'BkTxCd', 'Domn')`); the node itself for no name. */
export const child = (node: XmlNode | undefined, ...path: string[]): XmlNode | undefined => {
  let at = node
  for (const name of path) at = at?.children.find((one) => one.name === name)
  return at
}

/** Every element of that name directly inside. */
export const children = (node: XmlNode | undefined, name: string): XmlNode[] =>
  node?.children.filter((one) => one.name === name) ?? []

/** The trimmed text of the element under the path; empty where there is none. */
export const textOf = (node: XmlNode | undefined, ...path: string[]): string => child(node, ...path)?.text.trim() ?? ''
