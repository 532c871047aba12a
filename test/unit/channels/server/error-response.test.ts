import { describe, expect, test } from 'vitest';
import { channelErrors, channelStatuses } from '../../../../channels/errors.js';
import { toErrorResponse } from '../../../../channels/server/error-response.js';

describe('error response', () => {
  test('has a status for every error that may leave the server', () => {
    const inside = ['PORT_UNUSABLE', 'SIGNING_KEY_UNUSABLE', 'OPEN_FILES_FEW', 'OPEN_FILES_SHORT'];
    const codes = Object.keys(channelErrors).filter((code) => !inside.includes(code));
    expect(Object.keys(channelStatuses).sort()).toEqual(codes.sort());
  });

  test('tells a known error by code and sentence', () => {
    expect(toErrorResponse(channelErrors.TOKEN_EXPIRED({}), 'r1')).toEqual({
      status: 403,
      body: {
        error: {
          code: 'TokenExpired',
          message:
            'The token has expired. Exchange it at POST /api/webchat/token for a new one of the same conversation.',
        },
      },
    });
  });

  test.each([
    ['an error of the inside', new Error('password of the database')],
    [
      'a coded error that is nobody else’s',
      channelErrors.SIGNING_KEY_UNUSABLE({ path: '/secret', reason: 'x' }),
    ],
    ['what is not an error', 'password'],
  ])('shows nothing of %s', (_name, error) => {
    expect(toErrorResponse(error, 'r1')).toEqual({
      status: 500,
      body: {
        error: {
          code: 'ServiceError',
          message: 'Something went wrong here. Try again; if it stays, report request r1.',
        },
      },
    });
  });

  test('speaks for the codes of a door', () => {
    const error = channelErrors.PORT_UNUSABLE({ port: 1, reason: 'x' });
    expect(toErrorResponse(error, 'r1', { PORT_UNUSABLE: 409 })).toMatchObject({
      status: 409,
      body: { error: { code: 'PortUnusable' } },
    });
  });
});
