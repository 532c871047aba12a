import nock from 'nock';

// Nothing that a test starts in its own process may reach beyond this machine: such a request fails at once, by name.
nock.disableNetConnect();
nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/);
