/** What the product has kept in a cell, an event, a cache: people can type there, so it is decoded by a schema and never believed. */

import * as v from 'valibot'
import { jsonIn } from './json'

/**
 * The JSON of the text as the schema has it; the fallback where it is none, or another one.
 * @example decoded(v.array(v.string()), '["ММ"]', []) // ['ММ']; of '{' → []
 */
export function decoded<T, F = T>(schema: v.GenericSchema<unknown, T>, text: string, fallback: F): T | F {
  const read = v.safeParse(schema, jsonIn(text))
  return read.success ? read.output : fallback
}
