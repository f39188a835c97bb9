/** «Под номерами»: people's data in a spreadsheet of their own, or back in the register. */

import { accept } from '../../../domain/problem'
import { doneBy } from '../../method/deed'
import { type Done, method } from '../../method/method'

const answer = ({ did }: Done) => doneBy('vault', did)

export const vaultLook = method('personal/vault', {
  may: 'keepApart',
  reads: 'nothing',
  deed: ({ link }) => accept({ kind: 'vault', asked: { act: 'look', link } }),
  answer,
})

export const vaultMake = method('personal/vaultMake', {
  may: 'keepApart',
  reads: 'nothing',
  deed: () => accept({ kind: 'vault', asked: { act: 'make' } }),
  answer,
})

export const vaultStart = method('personal/vaultStart', {
  may: 'keepApart',
  reads: 'nothing',
  deed: ({ link }) => accept({ kind: 'vault', asked: { act: 'start', link } }),
  answer,
})

export const vaultLeave = method('personal/vaultLeave', {
  may: 'keepApart',
  reads: 'nothing',
  deed: () => accept({ kind: 'vault', asked: { act: 'leave' } }),
  answer,
})

export const vaultGoOn = method('personal/vaultGoOn', {
  may: 'keepApart',
  reads: 'nothing',
  deed: () => accept({ kind: 'vault', asked: { act: 'goOn' } }),
  answer,
})
