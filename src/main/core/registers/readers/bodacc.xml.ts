import { child, textOf, type XmlNode } from '../../imports/readers/xml.nodes.ts'
import { digitsOf, type Notice, numberOf, typeOf } from '../bodacc.rules.ts'

/** Elements of that name anywhere below. */
const below = (node: XmlNode, name: string): XmlNode[] =>
  node.children.flatMap((one) => (one.name === name ? [one] : below(one, name)))

/** Reads a notice of a file of the publisher (DILA): `letter` is the series, `issue` and `published` those of the file. */
export const noticeOfNode = (node: XmlNode, file: { letter: string; issue: string; published: string }): Notice => {
  const judgment = child(node, 'jugement')
  const struck = child(node, 'radiationAuRCS')
  const before = child(node, 'parutionAvisPrecedent')
  const type = child(node, 'typeAnnonce')
  return {
    reference: numberOf(file.letter, file.issue, textOf(node, 'numeroAnnonce')),
    type: typeOf(`${type?.text ?? ''} ${type?.children.map(({ name }) => name).join(' ') ?? ''}`),
    published: file.published,
    department: textOf(node, 'numeroDepartement'),
    court: textOf(node, 'tribunal'),
    sirens: digitsOf(below(node, 'numeroIdentificationRCS').map((one) => one.text)),
    judgment: judgment
      ? {
          family: textOf(judgment, 'famille'),
          nature: textOf(judgment, 'nature'),
          day: textOf(judgment, 'date'),
          rest: textOf(judgment, 'complementJugement'),
        }
      : null,
    struckOff: struck ? { day: textOf(struck, 'radiationPP', 'dateCessationActivitePP') } : null,
    precedes: before
      ? numberOf(textOf(before, 'nomPublication'), textOf(before, 'numeroParution'), textOf(before, 'numeroAnnonce'))
      : '',
  }
}
