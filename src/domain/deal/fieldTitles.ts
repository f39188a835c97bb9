/** Russian names of every field of a deal and of a client: the labels on the screen and the headings of the register's columns. */

import { clientFields } from '../client/fields'
import { each } from '../register/field'
import { dealFields } from './fields'

export type DealField = keyof typeof dealFields
export type ClientField = keyof typeof clientFields

export const dealTitles = each(dealFields, ({ heading }) => heading)
export const clientTitles = each(clientFields, ({ heading }) => heading)
