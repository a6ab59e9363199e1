/** The shape of a French text file, which its English one must have: a missing key fails the type check. */
export type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> }
