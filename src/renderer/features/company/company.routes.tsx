import type { BookRoute } from '../../app/root.tsx'

export const routes = (_parent: BookRoute) => []
