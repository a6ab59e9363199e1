export type Licence = { name: string; version: string; licence: string; text: string }
export type Shipped = { path: string; name: string; version: string; licence: string }
type Component = {
  name: string
  purl: string
  version: string
  'bom-ref': string
  licenses?: unknown[]
  hashes?: unknown[]
}
export type Sbom = {
  bomFormat: string
  specVersion: string
  components: Component[]
  dependencies: { ref: string; dependsOn?: string[] }[]
  metadata: { component: { 'bom-ref': string; name: string; type: string } }
}

export const ALLOWED: string[]
export const isAllowed: (expression: string) => boolean
export const shippedPackages: (root: string) => Shipped[]
export const licencesOf: (root: string) => Licence[]
export const sbomOf: (whole: Sbom, root: string) => Sbom
export const isSupported: (own: string, newest: string) => boolean
