import type { DeskFilters } from '../../../../../bot/contracts/tools/desk-views.js';

export interface FiltersProps {
  readonly filters: DeskFilters;
  readonly onChange: (filters: DeskFilters) => void;
}
