/** Sentences of merging two cards of one client. */

import { counted } from '../../domain/text/russian'

const requests = (n: number) => counted(n, 'заявка', 'заявки', 'заявок')

export const merge = {
  same: { phone: 'У двух карточек один телефон', email: 'У двух карточек одна почта' },
  ask: 'Объединить…',
  title: 'Объединение карточек',
  keep: 'Останется',
  filled: 'Дополнится',
  nothingFilled: 'дополнять нечего',
  drop: 'Больше не предлагается',
  dropped: 'Её заявки перейдут к оставшейся карточке. Объединение можно отменить.',
  other: 'Оставить другую',
  merge: 'Объединить',
  merged: (name: string, deals: number) =>
    `Карточки объединены: ${name}${deals > 0 ? `, ${deals === 1 ? 'перешла' : 'перешло'}: ${requests(deals)}` : ''}`,
  unmerge: 'Разъединить',
  unmerged: 'Карточки снова отдельные',
  number: (id: number) => `№ ${id}`,
} as const
