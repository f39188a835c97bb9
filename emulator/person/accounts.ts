/** What people do with their Google accounts: which one a browser takes by default, and what each has allowed the script. */
import type { AccountsHand, WorldState } from '../world/types'

export const createAccountsHand = (state: () => WorldState): AccountsHand => ({
  useBrowser({ sheetAccount, defaultAccount }) {
    const { [sheetAccount]: _, ...others } = state().browsers ?? {}
    state().browsers = sheetAccount === defaultAccount ? others : { ...others, [sheetAccount]: defaultAccount }
  },
  grant({ account, scopes }) {
    const { [account]: _, ...others } = state().consents ?? {}
    state().consents = scopes === 'all' ? others : { ...others, [account]: [...scopes] }
  },
})
