/** A share from 0 to 1 as whole percents; what is there is never shown as nothing. */
export function percent(share: number): string {
  return share > 0 && share < 0.005 ? '<1 %' : `${Math.round(share * 100)} %`;
}
