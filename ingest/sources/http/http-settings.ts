import { setting } from '../../../index/platform/settings.js';

/** Settings of all communities that are read over the network. */
export const httpSettings = {
  INGEST_REQUESTS_PER_MINUTE: setting.integer(
    'Requests a minute that a community behind the network is asked at most, per host.',
    100,
    { min: 1, max: 100_000 },
  ),
  INGEST_INTRANET_HOSTS: setting.list(
    'Hosts (forum.intern or 10.0.0.5, with :port where it is not the usual one) that ingest may read although their address is a private one.',
    [],
  ),
  INGEST_CONTACT: setting.optionalText(
    'Web page or e-mail address that ingest names to the communities it reads, so that their operators can reach you.',
  ),
};
